import { randomBytes } from 'node:crypto';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Account, Membership } from '../domain/account.js';
import { emailUnusable } from '../domain/account-link.js';
import type { Authority } from '../domain/authority.js';
import { isMailable, type Language } from '../domain/mail.js';
import { type Known, type MembershipWish, refusalToGive } from '../domain/memberships.js';
import { AccountMail } from '../persistence/account-mail.js';
import { AccountRepository } from '../persistence/account.repository.js';

/** What is to be created; the secret is hashed before, since that takes long and must not hold a transaction. */
export type NewAccount = Readonly<{
  kind: Account['kind'];
  authority: Authority;
  login: string;
  name: string;
  language?: Language;
  /** None for a person who is invited. */
  secretHash: string | null;
  /** What the link of the invitation is good by. */
  invitation?: string;
  memberships: readonly MembershipWish[];
  permissions?: string[];
  expiresAt?: Date;
}>;

type Loaded = Known & Readonly<{ logins: Set<string> }>;

@Injectable()
export class CreateAccountHandler implements CommandHandler<NewAccount, Loaded, { accountId: string }> {
  readonly name = 'create-account';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly mail: AccountMail,
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
    const { kind, authority, login, name, language = null, secretHash, invitation, memberships, permissions, expiresAt } = command.request;
    const refusal = refusalToGive(authority, memberships, known);
    if (refusal) return refusal;
    if (known.logins.has(`${kind} ${login}`)) return new Refusal('login-taken', 'conflict', 'There is an account with this login already.');
    if (invitation !== undefined && !isMailable(login)) return emailUnusable;
    known.logins.add(`${kind} ${login}`);
    const account = Account.open({ kind, login, name, language, secretHash, permissions, expiresAt }, this.clock.now());
    if (invitation !== undefined) account.invite(this.mail.sendLink(tx, account, 'invitation', invitation));
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
