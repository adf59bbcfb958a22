import { isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { ManagedAccount } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';
import { type Invited, invitedAccount } from './invited-accounts.js';

type Accounts = ReadonlyMap<string, ManagedAccount>;

@Injectable()
export class WithdrawInvitationHandler implements CommandHandler<Invited, Accounts, ChangedAccountDto> {
  readonly name = 'withdraw-invitation';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
  ) {}

  load(commands: readonly Command<Invited>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request }: Command<Invited>, accounts: Accounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const account = invitedAccount(request, accounts);
    if (isRefusal(account)) return account;
    account.invite(null);
    account.version += 1;
    this.links.end(tx, account.id, ['invitation']);
    return { accountId: account.id, version: account.version };
  }
}
