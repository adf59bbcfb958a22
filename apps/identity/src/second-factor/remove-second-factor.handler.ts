import type { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { codeWrong, type ProvenAgain, secondFactorDemanded } from '../domain/proofs.js';
import { AccountMail } from '../persistence/account-mail.js';
import { type ProtectedAccount, ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

@Injectable()
export class RemoveSecondFactorHandler implements CommandHandler<ProvenAgain, ProtectedAccounts, { accountId: string }> {
  readonly name = 'remove-second-factor';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly mail: AccountMail,
  ) {}

  load(commands: readonly Command<ProvenAgain>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<ProvenAgain>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const refusal = this.accounts.refusalToChange(tx, accounts, actor, request, refusalToRemove);
    if (refusal) return refusal;
    const { account, factor, passkeys } = accounts.get(actor)!;
    this.factors.forget(tx, actor, { keepCodes: passkeys.length > 0 });
    factor.secret = undefined;
    this.mail.tell(tx, account, 'second-factor-changed');
    return { accountId: actor };
  }
}

function refusalToRemove({ factor, passkeys, demanded }: ProtectedAccount): Refusal | undefined {
  if (factor.secret === undefined) return codeWrong;
  return demanded && passkeys.length === 0 ? secondFactorDemanded : undefined;
}
