import { Clock, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { periodOf } from '../domain/one-time-code.js';
import { codeWrong } from '../domain/proofs.js';
import { type LockedFactor, SecondFactors } from '../persistence/second-factors.js';

export type SecondFactorConfirmation = Readonly<{ code: string; recoveryIds: readonly string[] }>;

type Factors = ReadonlyMap<string, LockedFactor>;

const notStarted = new Refusal(
  'second-factor-not-started',
  'conflict',
  'There is no authenticator to confirm, or it took more than 15 minutes: start with a secret for one.',
);

@Injectable()
export class ConfirmSecondFactorHandler implements CommandHandler<SecondFactorConfirmation, Factors, { accountId: string }> {
  readonly name = 'confirm-second-factor';

  constructor(
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<SecondFactorConfirmation>[], tx: UnitOfWork): Promise<Factors> {
    return this.factors.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorConfirmation>, factors: Factors, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const secret = factors.get(actor)?.pending;
    if (secret === undefined) return notStarted;
    const period = periodOf(secret, request.code, this.clock.now());
    if (period === undefined) return codeWrong;
    this.factors.confirm(tx, actor, period, request.recoveryIds);
    return { accountId: actor };
  }
}
