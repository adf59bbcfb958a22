import { Clock } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type AccountLink, letsChoosePassword, linkInvalid } from '../domain/account-link.js';
import type { ManagedAccount } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChosenPasswordDto } from './choose-password.dto.js';

/** A password that somebody chose who has a link; hashed before, since that takes long. */
export type ChosenPassword = Readonly<{ link: Pick<AccountLink, 'id' | 'accountId'>; secretHash: string }>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; links: Map<string, AccountLink> }>;

/** The first password of who is invited, or another one of who forgot it; a second factor is left as it is. */
@Injectable()
export class ChoosePasswordHandler implements CommandHandler<ChosenPassword, Loaded, ChosenPasswordDto> {
  readonly name = 'choose-password';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<ChosenPassword>[], tx: UnitOfWork): Promise<Loaded> {
    const wanted = commands.map(({ request }) => request.link);
    const accounts = await this.accounts.lock(
      tx,
      wanted.map(({ accountId }) => accountId),
    );
    const links = await this.links.lock(
      tx,
      wanted.map(({ id }) => id),
    );
    return { accounts, links };
  }

  handle({ request: { link, secretHash } }: Command<ChosenPassword>, { accounts, links }: Loaded, tx: UnitOfWork): Outcome<ChosenPasswordDto> {
    const [open, managed] = [links.get(link.id), accounts.get(link.accountId)];
    if (!open || !managed || !letsChoosePassword(open, managed.account)) return linkInvalid;
    links.delete(open.id); // For another one in this transaction, too.
    const { account } = managed;
    const wasInvited = account.isInvited;
    account.changeSecret(secretHash, this.clock.now());
    account.version += 1;
    this.links.end(tx, account.id);
    if (!wasInvited) this.mail.tell(tx, account, 'password-changed');
    return { accountId: account.id };
  }
}
