import { randomBytes } from 'node:crypto';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Account, Membership } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import { type Known, type MembershipWish, refusalToGive } from '../domain/memberships.js';
import { AccountRepository } from '../persistence/account.repository.js';

/** What is to be created; the secret is hashed before, since that takes long and must not hold a transaction. */
export type NewAccount = Readonly<{
  kind: Account['kind'];
  authority: Authority;
  login: string;
  name: string;
  secretHash: string;
  memberships: readonly MembershipWish[];
}>;

type Loaded = Known & Readonly<{ logins: Set<string> }>;

@Injectable()
export class CreateAccountHandler implements CommandHandler<NewAccount, Loaded, { accountId: string }> {
  readonly name = 'create-account';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<NewAccount>[], tx: UnitOfWork): Promise<Loaded> {
    const requests = commands.map(({ request }) => request);
    const memberships = requests.flatMap((request) => request.memberships);
    const logins = new Set<string>();
    for (const kind of ['user', 'service'] as const) {
      const some = requests.filter((request) => request.kind === kind).map((request) => request.login);
      for (const login of await this.accounts.takenLogins(tx, kind, some)) logins.add(`${kind} ${login}`);
    }
    return { logins, ...(await this.accounts.known(tx, memberships)) };
  }

  handle(command: Command<NewAccount>, known: Loaded, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const { kind, authority, login, name, secretHash, memberships } = command.request;
    const refusal = refusalToGive(authority, memberships, known);
    if (refusal) return refusal;
    if (known.logins.has(`${kind} ${login}`)) return new Refusal('login-taken', 'conflict', 'There is an account with this login already.');
    known.logins.add(`${kind} ${login}`);
    const account = Account.open({ kind, login, name, secretHash }, this.clock.now());
    const given = memberships.map(({ role, companyId, limits }) =>
      Object.assign(new Membership(), { id: newId(), accountId: account.id, companyId: companyId ?? null, roleCode: role, limits: limits ?? null }),
    );
    tx.insert(account, ...given);
    return { accountId: account.id };
  }
}

export function newClientId(): string {
  return `app-${randomBytes(8).toString('hex')}`;
}
