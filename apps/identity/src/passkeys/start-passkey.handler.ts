import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { ProvenAgain } from '../domain/proofs.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import type { PasskeyChallengeDto } from './passkeys.dto.js';

/** The options have a challenge that is told to nobody unless the proof is enough. */
export type PasskeyStart = ProvenAgain & Readonly<{ options: object }>;

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
    return this.accounts.refusalToChange(tx, accounts, actor, request) ?? { accountId: actor, options: { ...request.options } };
  }
}
