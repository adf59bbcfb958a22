import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { SecondFactors } from '../persistence/second-factors.js';
import { passwordWrong } from './start-second-factor.handler.js';

/** A person's own; the code was taken before, and the password held against `provenHash`. */
export type SecondFactorRemoval = Readonly<{ provenHash?: string }>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

@Injectable()
export class RemoveSecondFactorHandler implements CommandHandler<SecondFactorRemoval, Accounts, { accountId: string }> {
  readonly name = 'remove-second-factor';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
  ) {}

  load(commands: readonly Command<SecondFactorRemoval>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorRemoval>, accounts: Accounts, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (request.provenHash !== account.secretHash) return passwordWrong;
    this.factors.forget(tx, actor);
    return { accountId: actor };
  }
}
