import { Clock, type Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { passwordWrong } from '../domain/proofs.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

/** A person's own new password; `provenHash` is the hash that the current one was held against with success, `weakness` why the new one is none. */
export type PasswordChange = Readonly<{ provenHash?: string; secretHash: string; weakness?: Refusal }>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

@Injectable()
export class ChangePasswordHandler implements CommandHandler<PasswordChange, Accounts, ChangedAccountDto> {
  readonly name = 'change-password';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<PasswordChange>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<PasswordChange>, accounts: Accounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (request.provenHash !== account.secretHash) return passwordWrong;
    if (request.weakness) return request.weakness;
    account.changeSecret(request.secretHash, this.clock.now());
    account.version += 1;
    this.links.end(tx, account.id);
    this.mail.tell(tx, account, 'password-changed');
    return { accountId: account.id, version: account.version };
  }
}
