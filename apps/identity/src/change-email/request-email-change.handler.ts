import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { emailUnusable, LINKS_AN_HOUR, linksTooMany } from '../domain/account-link.js';
import { isMailable } from '../domain/mail.js';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { EmailChangeDto } from './change-email.dto.js';

/** A person's wish for another address; `provenHash` is the hash that the password was held against with success. */
export type EmailChange = Readonly<{ provenHash?: string; email: string; token: string }>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; given: Map<string, number> }>;

const passwordWrong = new Refusal('password-wrong', 'forbidden', 'The current password is another one.');

/** Nothing changes until the new address is confirmed; whether it is somebody else's login is told only to who reads its mail. */
@Injectable()
export class RequestEmailChangeHandler implements CommandHandler<EmailChange, Loaded, EmailChangeDto> {
  readonly name = 'request-email-change';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
  ) {}

  async load(commands: readonly Command<EmailChange>[], tx: UnitOfWork): Promise<Loaded> {
    const ids = commands.map(({ actor }) => actor);
    return { accounts: await this.accounts.lock(tx, ids), given: await this.links.givenLately(tx, 'email-change', ids) };
  }

  handle({ request: { provenHash, email, token }, actor }: Command<EmailChange>, { accounts, given }: Loaded, tx: UnitOfWork): Outcome<EmailChangeDto> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (provenHash === undefined || provenHash !== account.secretHash) return passwordWrong;
    if (!isMailable(email)) return emailUnusable;
    const before = given.get(actor) ?? 0;
    if (before >= LINKS_AN_HOUR) return linksTooMany;
    given.set(actor, before + 1);
    this.mail.sendLink(tx, account, 'email-change', token, email);
    return { accountId: actor };
  }
}
