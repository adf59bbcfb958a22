import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { emailUnusable, LINKS_AN_HOUR, linksTooMany } from '../domain/account-link.js';
import { isMailable } from '../domain/mail.js';
import type { ProvenAgain } from '../domain/proofs.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import type { EmailChangeDto } from './change-email.dto.js';

/** A person's wish for another address. */
export type EmailChange = ProvenAgain & Readonly<{ email: string; token: string }>;

type Loaded = Readonly<{ accounts: ProtectedAccounts; given: Map<string, number> }>;

/** Nothing changes until the new address is confirmed; whether it is somebody else's login is told only to who reads its mail. */
@Injectable()
export class RequestEmailChangeHandler implements CommandHandler<EmailChange, Loaded, EmailChangeDto> {
  readonly name = 'request-email-change';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
  ) {}

  async load(commands: readonly Command<EmailChange>[], tx: UnitOfWork): Promise<Loaded> {
    const ids = commands.map(({ actor }) => actor);
    return { accounts: await this.accounts.lock(tx, ids), given: await this.links.givenLately(tx, 'email-change', ids) };
  }

  handle({ request, actor }: Command<EmailChange>, { accounts, given }: Loaded, tx: UnitOfWork): Outcome<EmailChangeDto> {
    const { email, token } = request;
    const before = given.get(actor) ?? 0;
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request, () => {
      if (!isMailable(email)) return emailUnusable;
      return before >= LINKS_AN_HOUR ? linksTooMany : undefined;
    });
    if (refusal) return refusal;
    given.set(actor, before + 1);
    this.mail.sendLink(tx, accounts.get(actor)!.account, 'email-change', token, email);
    return { accountId: actor };
  }
}
