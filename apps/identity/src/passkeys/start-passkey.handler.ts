import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { passkeyRefused, type ProvenAgain } from '../domain/proofs.js';
import { hasSecondFactor, ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import type { PasskeyChallengeDto } from './passkeys.dto.js';

/**
 * The options have a challenge that is told to nobody unless the proof is enough: of a password alone, or of more when the
 * account `wasProtected`. What was enough then must still be, when the device answers.
 */
export type PasskeyStart = ProvenAgain & Readonly<{ options: object; wasProtected: boolean }>;

@Injectable()
export class StartPasskeyHandler implements CommandHandler<PasskeyStart, ProtectedAccounts, PasskeyChallengeDto> {
  readonly name = 'start-passkey';

  constructor(private readonly accounts: ProtectedAccountRepository) {}

  load(commands: readonly Command<PasskeyStart>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<PasskeyStart>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<PasskeyChallengeDto> {
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request);
    if (refusal) return refusal;
    if (hasSecondFactor(accounts.get(actor)!) !== request.wasProtected) return passkeyRefused;
    return { accountId: actor, options: { ...request.options } };
  }
}
