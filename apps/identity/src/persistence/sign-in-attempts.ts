import { networkOf, ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import { type Counted, Guesses } from './guesses.js';
import { Vault } from './vault.js';

/** What somebody who has forgotten a password tries, and far less than guessing one takes. */
const FROM_ONE_ADDRESS = 10;
/** Guesses at one account from everywhere; then only addresses from which it was entered before may go on. */
const FROM_EVERYWHERE = 100;
const REMEMBERED_DAYS = 90;

/** Who tries to sign in: the account's kind and login, and where from. */
export type Attempt = Readonly<{ account: string; address: string }>;

/**
 * Holds up who guesses secrets, and nobody else: failures count against the address that they come from, so somebody who
 * guesses at an account does not close it for its owner. Many addresses that guess at one account together close it for
 * those that never entered it. All replicas count together.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly guesses: Guesses,
    private readonly vault: Vault,
  ) {}

  /**
   * Counts an attempt before its outcome is known, so that a thousand at once are no more than one after another.
   *
   * @throws ProblemException 429, before any work is done on a secret.
   */
  async begin(attempt: Attempt): Promise<void> {
    const { here, everywhere, entered } = await this.guesses.countBoth(this.place(attempt), this.account(attempt), FROM_ONE_ADDRESS);
    if (here.attempts > FROM_ONE_ADDRESS) throw tooMany(here);
    if (everywhere && everywhere.attempts > FROM_EVERYWHERE && !entered) throw tooMany(everywhere);
  }

  /** The right secret makes up for wrong ones from the same place. */
  async succeeded(attempt: Attempt): Promise<void> {
    await this.guesses.entered(this.place(attempt), this.account(attempt), REMEMBERED_DAYS);
  }

  private place({ account, address }: Attempt): string {
    return this.vault.idOf('sign-in attempts', `${networkOf(address)} ${account}`);
  }

  private account({ account }: Attempt): string {
    return this.vault.idOf('sign-in attempts', account);
  }
}

const tooMany = ({ secondsLeft }: Counted) => ProblemException.rateLimitExceeded('Too many sign-ins to this account have failed from here', secondsLeft);
