import { Clock, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { periodOf } from '../domain/one-time-code.js';
import { codeWrong } from '../domain/proofs.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

export type SecondFactorConfirmation = Readonly<{ code: string; recoveryIds: readonly string[] }>;

const notStarted = new Refusal(
  'second-factor-not-started',
  'conflict',
  'There is no authenticator to confirm, or it took more than 15 minutes: start with a secret for one.',
);

@Injectable()
export class ConfirmSecondFactorHandler implements CommandHandler<SecondFactorConfirmation, ProtectedAccounts, { accountId: string }> {
  readonly name = 'confirm-second-factor';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<SecondFactorConfirmation>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorConfirmation>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const found = accounts.get(actor);
    const secret = found?.factor.pending;
    if (secret === undefined) return notStarted;
    const period = periodOf(secret, request.code, this.clock.now());
    if (period === undefined) return codeWrong;
    this.factors.confirm(tx, actor, period, request.recoveryIds);
    found!.factor.pending = undefined; // Of another confirmation in this transaction, too.
    this.mail.tell(tx, found!.account, 'second-factor-changed');
    return { accountId: actor };
  }
}
