import { Injectable } from '@nestjs/common';
import type { Account } from '../../domain/account.js';
import { AccountRepository } from '../../persistence/account.repository.js';
import { Vault } from '../../persistence/vault.js';
import type { Way } from './outcomes.js';
import type { Asked } from './steps.js';

/** What has been proven at a page, and is carried to the next: the password; that, and a secret that is set up; all there is. */
type Stages = { password: object; enrolment: Readonly<{ secret: string }>; complete: Readonly<{ way: Way }> };
export type Stage = keyof Stages;

/** For an account as it was signed in then. */
type Proof = Readonly<{ uid: string; accountId: string; session: number; enteredAt: number; until: number }>;
export type Proven<S extends Stage> = Proof & Stages[S] & Readonly<{ account: Account; sealed: string }>;

/** As long as it takes to find a code; to set an authenticator up; to write recovery codes down. */
const LASTS_MS = { password: 300_000, enrolment: 900_000, complete: 900_000 };
const purposeOf = (stage: Stage) => `${stage} proofs`;

/** That a step was taken, in this sign-in and for a few minutes: sealed, since the page carries it from one step to the next. */
@Injectable()
export class SignInProofs {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountRepository,
  ) {}

  seal<S extends Stage>(stage: S, { interaction: { uid } }: Asked, { id: accountId, session }: Account, enteredAt: number, more: Stages[S]): string {
    const proof = { ...more, uid, accountId, session, enteredAt, until: Date.now() + LASTS_MS[stage] } satisfies Proof;
    return this.vault.seal(purposeOf(stage), JSON.stringify(proof));
  }

  /** What a proof says, unless the account has been closed or signed out since. */
  async read<S extends Stage>(stage: S, { interaction }: Asked, sealed = ''): Promise<Proven<S> | undefined> {
    const proof = this.open(stage, sealed);
    if (!proof || proof.uid !== interaction.uid || proof.until <= Date.now()) return undefined;
    const account = await this.accounts.byId('user', proof.accountId);
    return account?.active && account.session === proof.session ? { ...proof, account, sealed } : undefined;
  }

  private open<S extends Stage>(stage: S, sealed: string): (Proof & Stages[S]) | undefined {
    try {
      return JSON.parse(this.vault.open(purposeOf(stage), sealed)) as Proof & Stages[S];
    } catch {
      return undefined;
    }
  }
}
