import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Passkey } from '../../domain/passkey.js';
import { AccountMail } from '../../persistence/account-mail.js';
import { PasskeyRepository } from '../../persistence/passkey.repository.js';
import { hasSecondFactor, ProtectedAccountRepository, type ProtectedAccounts } from '../../persistence/protected-accounts.js';
import { SecondFactors } from '../../persistence/second-factors.js';

/** An authenticator by its secret and the period of its first code, or a passkey. */
export type FirstFactor = Readonly<{ sealedSecret: string; period: number } | { passkey: Passkey }>;
export type FirstEnrolment = Readonly<{ factor: FirstFactor; recoveryIds: readonly string[]; session: number }>;

type Loaded = Readonly<{ accounts: ProtectedAccounts; taken: Set<string> }>;

const over = new Refusal('sign-in-over', 'conflict', 'The account was changed meanwhile: sign in again.');

/** Gives an account its first second factor on the way in, for the password alone: there must be none yet. */
@Injectable()
export class EnrolAtSignInHandler implements CommandHandler<FirstEnrolment, Loaded, { accountId: string }> {
  readonly name = 'enrol-at-sign-in';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeyRepository,
    private readonly mail: AccountMail,
  ) {}

  async load(commands: readonly Command<FirstEnrolment>[], tx: UnitOfWork): Promise<Loaded> {
    const accounts = await this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
    const wished = commands.flatMap(({ request: { factor } }) => ('passkey' in factor ? factor.passkey.credentialId : []));
    return { accounts, taken: await this.passkeys.taken(tx, wished) };
  }

  handle({ request, actor }: Command<FirstEnrolment>, { accounts, taken }: Loaded, tx: UnitOfWork): Outcome<{ accountId: string }> {
    const { factor, recoveryIds, session } = request;
    const found = accounts.get(actor);
    if (!found?.account.active || found.account.session !== session || hasSecondFactor(found)) return over;
    if ('passkey' in factor) {
      if (taken.has(factor.passkey.credentialId)) return over;
      tx.insert(factor.passkey);
      this.factors.endPending(tx, actor);
      found.passkeys = [factor.passkey];
      taken.add(factor.passkey.credentialId);
      this.factors.replaceCodes(tx, actor, recoveryIds);
    } else {
      this.factors.start(tx, actor, factor.sealedSecret);
      this.factors.confirm(tx, actor, factor.period, recoveryIds);
      found.factor.secret = factor.sealedSecret;
    }
    this.mail.tell(tx, found.account, 'second-factor-changed');
    return { accountId: actor };
  }
}
