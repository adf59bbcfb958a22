import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type AccountLink, linkInvalid } from '../domain/account-link.js';
import type { ManagedAccount } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { EmailChangeDto } from './change-email.dto.js';

type Link = Pick<AccountLink, 'id' | 'accountId'>;
type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; links: Map<string, AccountLink>; taken: Set<string> }>;

const loginTaken = new Refusal('login-taken', 'conflict', 'There is an account with this address already.');

/** From now on the account signs in with the address that was confirmed; the one before is told. */
@Injectable()
export class ConfirmEmailHandler implements CommandHandler<Link, Loaded, EmailChangeDto> {
  readonly name = 'confirm-email';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly logins: AccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
  ) {}

  async load(commands: readonly Command<Link>[], tx: UnitOfWork): Promise<Loaded> {
    const wanted = commands.map(({ request }) => request);
    const accounts = await this.accounts.lock(
      tx,
      wanted.map(({ accountId }) => accountId),
    );
    const links = await this.links.lock(
      tx,
      wanted.map(({ id }) => id),
    );
    const emails = [...links.values()].flatMap(({ newEmail }) => newEmail ?? []);
    return { accounts, links, taken: await this.logins.takenLogins(tx, 'user', emails) };
  }

  handle({ request }: Command<Link>, { accounts, links, taken }: Loaded, tx: UnitOfWork): Outcome<EmailChangeDto> {
    const [link, account] = [links.get(request.id), accounts.get(request.accountId)?.account];
    if (!link || link.newEmail === null || !account?.active) return linkInvalid;
    const { newEmail } = link;
    if (taken.has(newEmail)) return loginTaken;
    taken.add(newEmail);
    links.delete(link.id);
    const before = account.login;
    account.login = newEmail;
    account.version += 1;
    this.links.end(tx, account.id); // Those before went to the other address.
    this.mail.tell(tx, account, 'email-changed', { to: before, newEmail });
    return { accountId: account.id };
  }
}
