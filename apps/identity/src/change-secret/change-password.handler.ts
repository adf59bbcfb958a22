import { Clock, type Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { ProvenAgain } from '../domain/proofs.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

/** A person's own new password; `weakness` is why it is none. */
export type PasswordChange = ProvenAgain & Readonly<{ secretHash: string; weakness?: Refusal }>;

@Injectable()
export class ChangePasswordHandler implements CommandHandler<PasswordChange, ProtectedAccounts, ChangedAccountDto> {
  readonly name = 'change-password';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<PasswordChange>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<PasswordChange>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request, () => request.weakness);
    if (refusal) return refusal;
    const { account } = accounts.get(actor)!;
    account.changeSecret(request.secretHash, this.clock.now());
    account.version += 1;
    this.links.end(tx, account.id);
    this.mail.tell(tx, account, 'password-changed');
    return { accountId: account.id, version: account.version };
  }
}
