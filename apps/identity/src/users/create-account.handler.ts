import { randomBytes } from 'node:crypto';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Account, Membership } from '../domain/account.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { MembershipDto } from './accounts.dto.js';

/** What is to be created; the secret is hashed before, since that takes long and must not hold a transaction. */
export type NewAccount = Readonly<{ kind: Account['kind']; login: string; name: string; secretHash: string; memberships: readonly MembershipDto[] }>;

type Known = Readonly<{ logins: Set<string>; roles: ReadonlySet<string>; companies: ReadonlySet<string> }>;

@Injectable()
export class CreateAccountHandler implements CommandHandler<NewAccount, Known, { accountId: string }> {
  readonly name = 'create-account';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<NewAccount>[], tx: UnitOfWork): Promise<Known> {
    const requests = commands.map(({ request }) => request);
    const memberships = requests.flatMap((request) => request.memberships);
    const logins = new Set<string>();
    for (const kind of ['user', 'service'] as const) {
      const some = requests.filter((request) => request.kind === kind).map((request) => request.login);
      for (const login of await this.accounts.takenLogins(tx, kind, some)) logins.add(`${kind} ${login}`);
    }
    const roles = await this.accounts.knownRoles(
      tx,
      memberships.map((each) => each.role),
    );
    const companies = await this.accounts.knownCompanies(
      tx,
      memberships.flatMap((each) => each.companyId ?? []),
    );
    return { logins, roles, companies };
  }

  handle(command: Command<NewAccount>, known: Known, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const { kind, login, name, secretHash, memberships } = command.request;
    if (known.logins.has(`${kind} ${login}`)) return new Refusal('login-taken', 'conflict', 'There is an account with this login already.');
    for (const { role, companyId } of memberships) {
      if (!known.roles.has(role)) return new Refusal('role-unknown', 'invalid', `There is no role ${role}: list the roles.`);
      if (companyId && !known.companies.has(companyId)) return new Refusal('company-unknown', 'invalid', `There is no company ${companyId}.`);
    }
    known.logins.add(`${kind} ${login}`);
    const account = Object.assign(new Account(), { id: newId(), kind, login, name, secretHash, active: true, createdAt: this.clock.now(), version: 1 });
    const given = memberships.map(({ role, companyId }) =>
      Object.assign(new Membership(), { id: newId(), accountId: account.id, companyId: companyId ?? null, roleCode: role }),
    );
    tx.insert(account, ...given);
    return { accountId: account.id };
  }
}

/** A client id and a secret of 256 random bits. */
export function newCredentials(): { clientId: string; clientSecret: string } {
  return { clientId: `app-${randomBytes(8).toString('hex')}`, clientSecret: randomBytes(32).toString('base64url') };
}
