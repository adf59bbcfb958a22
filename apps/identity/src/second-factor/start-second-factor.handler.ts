import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { SecondFactors } from '../persistence/second-factors.js';

/** `provenHash` is the hash that the current password was held against with success. */
export type SecondFactorStart = Readonly<{ provenHash?: string; sealedSecret: string }>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

export const passwordWrong = new Refusal('password-wrong', 'forbidden', 'The current password is another one.');

@Injectable()
export class StartSecondFactorHandler implements CommandHandler<SecondFactorStart, Accounts, { accountId: string }> {
  readonly name = 'start-second-factor';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
  ) {}

  load(commands: readonly Command<SecondFactorStart>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorStart>, accounts: Accounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (request.provenHash !== account.secretHash) return passwordWrong;
    this.factors.start(tx, actor, request.sealedSecret);
    return { accountId: actor };
  }
}
