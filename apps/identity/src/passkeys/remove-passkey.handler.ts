import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type ProvenAgain, secondFactorDemanded } from '../domain/proofs.js';
import { AccountMail } from '../persistence/account-mail.js';
import { PasskeyRepository } from '../persistence/passkey.repository.js';
import { hasSecondFactor, type ProtectedAccount, ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

export type PasskeyRemoval = ProvenAgain & Readonly<{ passkeyId: string }>;

const passkeyUnknown = new Refusal('not-found', 'missing', 'You have no passkey with this id.');

@Injectable()
export class RemovePasskeyHandler implements CommandHandler<PasskeyRemoval, ProtectedAccounts, { passkeyId: string }> {
  readonly name = 'remove-passkey';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly factors: SecondFactors,
    private readonly mail: AccountMail,
  ) {}

  load(commands: readonly Command<PasskeyRemoval>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<PasskeyRemoval>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<{ passkeyId: string }> {
    const { passkeyId } = request;
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request, (account) => refusalToRemove(account, passkeyId));
    if (refusal) return refusal;
    const found = accounts.get(actor)!;
    this.passkeys.forget(
      tx,
      found.passkeys.filter(({ id }) => id === passkeyId),
    );
    found.passkeys = found.passkeys.filter(({ id }) => id !== passkeyId);
    if (!hasSecondFactor(found)) this.factors.replaceCodes(tx, actor, []); // They would stand in for nothing.
    this.mail.tell(tx, found.account, 'second-factor-changed');
    return { passkeyId };
  }
}

function refusalToRemove({ factor, passkeys, demanded }: ProtectedAccount, passkeyId: string): Refusal | undefined {
  if (!passkeys.some(({ id }) => id === passkeyId)) return passkeyUnknown;
  return demanded && passkeys.length === 1 && factor.secret === undefined ? secondFactorDemanded : undefined;
}
