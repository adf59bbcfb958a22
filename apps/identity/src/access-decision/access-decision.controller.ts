import { type Caller, From, ProblemException, refusalToEnter, RequiresPermission, Returns, type Scope } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { showMembership } from '../views/account.dto.js';
import { accountUnknown, isVisible, seesEveryAccount } from '../domain/memberships.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { type AccessDecision, decideAccess } from './access-decision.js';
import { AccessDecisionDto, AccessQuery } from './access-decision.dto.js';
import { type KnownOperation, readKnownOperations } from '../persistence/known-operations.js';

const HELD = new Map<Scope, AccessDecisionDto['held']>([
  [true, 'in the company'],
  [false, 'in every company'],
  ['either', 'in some company'],
]);

/** "Why may this user do that?" */
@Controller()
export class AccessDecisionController {
  private operations?: readonly KnownOperation[];

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  @Get('users/:accountId/access')
  @RequiresPermission('identity.user.view', { company: 'either' })
  @Returns(200, [AccessDecisionDto], 'What a person may do, by which membership, and what is missing for the rest', 'operation-unknown')
  ofUser(@Param('accountId') accountId: string, @Query() query: AccessQuery, @From() caller: Caller): Promise<AccessDecisionDto[]> {
    return this.decide('user', accountId, query, caller);
  }

  @Get('service-accounts/:accountId/access')
  @RequiresPermission('identity.service-account.view', { company: 'either' })
  @Returns(200, [AccessDecisionDto], 'What an app may do, by which membership, and what is missing for the rest', 'operation-unknown')
  ofServiceAccount(@Param('accountId') accountId: string, @Query() query: AccessQuery, @From() caller: Caller): Promise<AccessDecisionDto[]> {
    return this.decide('service', accountId, query, caller);
  }

  /** For the caller's company, unless it sees the accounts of every company. */
  private async decide(kind: Account['kind'], accountId: string, query: AccessQuery, { authority, companyOrNone }: Caller): Promise<AccessDecisionDto[]> {
    const [account, memberships, roles] = await Promise.all([
      this.accounts.byId(kind, accountId),
      this.accounts.membershipsOf(accountId),
      this.accounts.roles(),
    ]);
    if (!account || !isVisible(authority, { account, memberships })) throw ProblemException.of(accountUnknown);
    const companyId = query.companyId ?? companyOrNone;
    if (companyId !== companyOrNone && !seesEveryAccount(authority, kind)) {
      throw refusalToEnter(authority, { permission: kind === 'user' ? 'identity.user.view' : 'identity.service-account.view', company: false })!;
    }
    return this.operationsOf(query).map((operation) =>
      show(
        operation,
        companyId,
        decideAccess({ account: { active: account.mayEnter(this.clock.now()), permissions: account.permissions }, memberships, companyId, roles }, operation),
      ),
    );
  }

  private operationsOf({ operation: wanted }: AccessQuery): readonly KnownOperation[] {
    this.operations ??= readKnownOperations();
    const found = wanted === undefined ? this.operations : this.operations.filter(({ operation, route }) => operation === wanted || route === wanted);
    if (found.length === 0) throw new ProblemException(422, 'operation-unknown', `The API document has no operation ${wanted}.`);
    return found;
  }
}

function show(
  { operation, route, policy }: KnownOperation,
  companyId: string | null,
  { allowed, grantedBy, limits, refusal, roles }: AccessDecision,
): AccessDecisionDto {
  return {
    operation,
    route,
    ...('permission' in policy ? { permission: policy.permission, held: HELD.get(policy.company) } : {}),
    ...(companyId === null ? {} : { companyId }),
    allowed,
    grantedBy: grantedBy.map((held) => showMembership({ ...held, role: held.roleCode })),
    ...(limits ? { limits } : {}),
    ...(refusal ? { refusal: refusal.code, detail: refusal.detail } : {}),
    roles: [...roles],
  };
}
