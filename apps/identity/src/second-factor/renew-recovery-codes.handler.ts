import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { ProvenAgain } from '../domain/proofs.js';
import { AccountMail } from '../persistence/account-mail.js';
import { hasSecondFactor, ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

export type RecoveryCodesRenewal = ProvenAgain & Readonly<{ recoveryIds: readonly string[] }>;

const noFactor = new Refusal(
  'second-factor-absent',
  'conflict',
  'Recovery codes stand in for an authenticator or a passkey: set one up, and get them with it.',
);

/** Other recovery codes for who has used most of them, or fears that somebody has seen them: those before open nothing any more. */
@Injectable()
export class RenewRecoveryCodesHandler implements CommandHandler<RecoveryCodesRenewal, ProtectedAccounts, { accountId: string }> {
  readonly name = 'renew-recovery-codes';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly mail: AccountMail,
  ) {}

  load(commands: readonly Command<RecoveryCodesRenewal>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<RecoveryCodesRenewal>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request, (found) => (hasSecondFactor(found) ? undefined : noFactor));
    if (refusal) return refusal;
    const { account, factor } = accounts.get(actor)!;
    this.factors.replaceCodes(tx, actor, request.recoveryIds);
    factor.recoveryIds.clear();
    for (const id of request.recoveryIds) factor.recoveryIds.add(id);
    this.mail.tell(tx, account, 'second-factor-changed');
    return { accountId: actor };
  }
}
