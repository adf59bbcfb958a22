import { Clock, isRefusal, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type Account, Membership } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import { changeOfMemberships, type HeldMembership, type Known, type ManagedAccount, type MembershipWish } from '../domain/memberships.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

export type MembershipsChange = Readonly<{
  accountId: string;
  kind: Account['kind'];
  authority: Authority;
  seen: SeenVersion;
  memberships: readonly MembershipWish[];
}>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; known: Known }>;

const ownAccount = new Refusal('own-account', 'conflict', 'You cannot change what you may do yourself.');

@Injectable()
export class ChangeMembershipsHandler implements CommandHandler<MembershipsChange, Loaded, ChangedAccountDto> {
  readonly name = 'change-memberships';

  constructor(
    private readonly managed: ManagedAccountRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<MembershipsChange>[], tx: UnitOfWork): Promise<Loaded> {
    const requests = commands.map(({ request }) => request);
    const accounts = await this.managed.lock(
      tx,
      requests.map(({ accountId }) => accountId),
    );
    return {
      accounts,
      known: await this.accounts.known(
        tx,
        requests.flatMap(({ memberships }) => memberships),
      ),
    };
  }

  handle({ request, actor }: Command<MembershipsChange>, { accounts, known }: Loaded, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const { accountId, kind, authority, seen, memberships } = request;
    const managed = accounts.get(accountId);
    const change = changeOfMemberships(authority, managed, kind, seen, memberships, known);
    if (isRefusal(change)) return change;
    if (accountId === actor) return ownAccount;
    const { account } = managed!;
    tx.table(Membership).delete(
      tx,
      change.taken.map((each) => membershipOf(accountId, each)),
    );
    tx.insert(...change.given.map((each) => membershipOf(accountId, each)));
    managed!.memberships = change.held;
    account.endSessions(this.clock.now()); // What its tokens say of its permissions is out of date.
    account.version += 1;
    return { accountId, version: account.version };
  }
}

function membershipOf(accountId: string, { id, companyId, roleCode, limits }: HeldMembership): Membership {
  return Object.assign(new Membership(), { id, accountId, companyId, roleCode, limits: limits ?? null });
}
