import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { type LockedFactor, SecondFactors } from '../persistence/second-factors.js';
import { codeWrong } from './confirm-second-factor.handler.js';

/**
 * `provenHash` is the hash that the current password was held against with success; the code is of the authenticator that
 * is to be replaced, if there is one.
 */
export type SecondFactorStart = Readonly<{ provenHash?: string; code?: string; sealedSecret: string }>;

type Loaded = Readonly<{ accounts: ReadonlyMap<string, ManagedAccount>; factors: ReadonlyMap<string, LockedFactor> }>;

export const passwordWrong = new Refusal('password-wrong', 'forbidden', 'The current password is another one.');

@Injectable()
export class StartSecondFactorHandler implements CommandHandler<SecondFactorStart, Loaded, { accountId: string }> {
  readonly name = 'start-second-factor';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
  ) {}

  async load(commands: readonly Command<SecondFactorStart>[], tx: UnitOfWork): Promise<Loaded> {
    const actors = commands.map(({ actor }) => actor);
    return { accounts: await this.accounts.lock(tx, actors), factors: await this.factors.lock(tx, actors) };
  }

  handle({ request, actor }: Command<SecondFactorStart>, { accounts, factors }: Loaded, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const account = accounts.get(actor)?.account;
    if (account?.kind !== 'user') return accountUnknown;
    if (request.provenHash !== account.secretHash) return passwordWrong;
    const factor = factors.get(actor);
    if (factor?.secret !== undefined && !this.factors.take(tx, actor, factor, request.code ?? '')) return codeWrong;
    this.factors.start(tx, actor, request.sealedSecret);
    return { accountId: actor };
  }
}
