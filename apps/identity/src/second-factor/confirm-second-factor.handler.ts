import { Clock, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { periodOf } from '../domain/one-time-code.js';
import { SecondFactors } from '../persistence/second-factors.js';

export type SecondFactorConfirmation = Readonly<{ code: string; recoveryIds: readonly string[] }>;

type Pending = ReadonlyMap<string, string>;

const notStarted = new Refusal('second-factor-not-started', 'conflict', 'There is no authenticator to confirm: start with a secret for one.');
export const codeWrong = new Refusal('code-wrong', 'forbidden', 'The code is wrong, too old, or was used before.');

@Injectable()
export class ConfirmSecondFactorHandler implements CommandHandler<SecondFactorConfirmation, Pending, { accountId: string }> {
  readonly name = 'confirm-second-factor';

  constructor(
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<SecondFactorConfirmation>[], tx: UnitOfWork): Promise<Pending> {
    return this.factors.pending(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ request, actor }: Command<SecondFactorConfirmation>, pending: Pending, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const secret = pending.get(actor);
    if (secret === undefined) return notStarted;
    const period = periodOf(secret, request.code, this.clock.now());
    if (period === undefined) return codeWrong;
    this.factors.confirm(tx, actor, period, request.recoveryIds);
    return { accountId: actor };
  }
}
