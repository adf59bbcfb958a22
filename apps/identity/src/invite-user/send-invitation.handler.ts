import { isRefusal, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { emailUnusable, LINKS_AN_HOUR, linksTooMany } from '../domain/account-link.js';
import { isMailable } from '../domain/mail.js';
import type { ManagedAccount } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';
import { type Invited, invitedAccount } from './invited-accounts.js';

export type Invitation = Invited & Readonly<{ token: string }>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; given: Map<string, number> }>;

const accountInactive = new Refusal('account-inactive', 'conflict', 'This account is put out: let it in again first.');

@Injectable()
export class SendInvitationHandler implements CommandHandler<Invitation, Loaded, ChangedAccountDto> {
  readonly name = 'send-invitation';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
  ) {}

  async load(commands: readonly Command<Invitation>[], tx: UnitOfWork): Promise<Loaded> {
    const ids = commands.map(({ request }) => request.accountId);
    return { accounts: await this.accounts.lock(tx, ids), given: await this.links.givenLately(tx, 'invitation', ids) };
  }

  handle({ request }: Command<Invitation>, { accounts, given }: Loaded, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const account = invitedAccount(request, accounts);
    if (isRefusal(account)) return account;
    if (!account.active) return accountInactive;
    if (!isMailable(account.login)) return emailUnusable;
    const before = given.get(account.id) ?? 0;
    if (before >= LINKS_AN_HOUR) return linksTooMany;
    given.set(account.id, before + 1);
    account.invite(this.mail.sendLink(tx, account, 'invitation', request.token));
    account.version += 1;
    return { accountId: account.id, version: account.version };
  }
}
