import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { ProvenAgain } from '../domain/proofs.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

/** The proof is of what protects the account until the new authenticator is confirmed. */
export type SecondFactorStart = ProvenAgain & Readonly<{ sealedSecret: string }>;

@Injectable()
export class StartSecondFactorHandler implements CommandHandler<SecondFactorStart, ProtectedAccounts, { accountId: string }> {
  readonly name = 'start-second-factor';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
  ) {}

  load(commands: readonly Command<SecondFactorStart>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorStart>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request);
    if (refusal) return refusal;
    this.factors.start(tx, actor, request.sealedSecret);
    return { accountId: actor };
  }
}
