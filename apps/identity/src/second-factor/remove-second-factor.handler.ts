import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { type LockedFactor, SecondFactors } from '../persistence/second-factors.js';
import { codeWrong } from './confirm-second-factor.handler.js';
import { passwordWrong } from './start-second-factor.handler.js';

/** A person's own, with a code; the password was held against `provenHash` before. */
export type SecondFactorRemoval = Readonly<{ provenHash?: string; code: string }>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; factors: ReadonlyMap<string, LockedFactor> }>;

@Injectable()
export class RemoveSecondFactorHandler implements CommandHandler<SecondFactorRemoval, Loaded, { accountId: string }> {
  readonly name = 'remove-second-factor';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
  ) {}

  async load(commands: readonly Command<SecondFactorRemoval>[], tx: UnitOfWork): Promise<Loaded> {
    const actors = commands.map(({ actor }) => actor);
    return { accounts: await this.accounts.lock(tx, actors), factors: await this.factors.lock(tx, actors) };
  }

  handle({ request, actor }: Command<SecondFactorRemoval>, { accounts, factors }: Loaded, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (request.provenHash !== account.secretHash) return passwordWrong;
    const factor = factors.get(actor);
    if (!factor || !this.factors.take(tx, actor, factor, request.code)) return codeWrong;
    this.factors.forget(tx, actor);
    return { accountId: actor };
  }
}
