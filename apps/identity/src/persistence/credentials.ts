import { Clock } from '@millrace/kernel';
import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { hashPassword, hashThatFits, verifyPassword } from '../domain/password-hash.js';
import { AccountRepository } from './account.repository.js';
import { type Attempt, SignInAttempts } from './sign-in-attempts.js';

export type Claimed = Readonly<{
  kind: Account['kind'];
  login: string;
  secret: string;
  address: string;
  /** Is told whose login it is, whether or not the secret is right. */
  isAbout?: (account: Account) => void;
}>;

const nobody = hashPassword('nobody has this password');

/** Finds out who somebody is, at every door alike: as many guesses, as long an answer, and nobody who may not enter. */
@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly attempts: SignInAttempts,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns undefined when the login or the secret is wrong, or the account is not active.
   * @throws ProblemException 429 when too many have failed.
   */
  async prove({ kind, login, secret, address, isAbout }: Claimed): Promise<Account | undefined> {
    const account = await this.accounts.byLogin(kind, login.toLowerCase());
    if (account) isAbout?.(account);
    let hash: string | undefined;
    const proven = await this.limited({ account: `${kind} ${login.toLowerCase()}`, address }, async () => {
      hash = await this.matchOf(secret, account);
      return hash !== undefined && account?.mayEnter(this.clock.now()) === true;
    });
    if (!proven || !account) return undefined;
    if (kind === 'service') await this.accounts.secretUsed(account.id, hash!);
    return account;
  }

  /**
   * Of a person who is signed in: who has found an open session has as few guesses at the password as a stranger.
   *
   * @returns the hash that the password fits; undefined when it is wrong.
   * @throws ProblemException 429 when too many have failed.
   */
  async ownHash(accountId: string, password: string, address: string): Promise<string | undefined> {
    const account = await this.accounts.byId('user', accountId);
    if (!account) return undefined;
    const { login, secretHash } = account;
    if (secretHash === null) return undefined;
    return (await this.limited({ account: `user ${login}`, address }, () => verifyPassword(password, secretHash))) ? secretHash : undefined;
  }

  /** Whether a proof succeeds, which is tried only so often. @throws ProblemException 429 when too many have failed. */
  async limited(attempt: Attempt, proof: () => Promise<boolean>): Promise<boolean> {
    await this.attempts.begin(attempt);
    const proven = await proof();
    if (proven) await this.attempts.succeeded(attempt);
    return proven;
  }

  /** The hash that a secret fits. As long for a login that is not there, or has no secret yet, as for a secret that is wrong. */
  private async matchOf(secret: string, account: Account | undefined): Promise<string | undefined> {
    const hashes = account?.secretHashes(this.clock.now()) ?? [];
    if (hashes.length === 0) await verifyPassword(secret, await nobody);
    return hashThatFits(secret, hashes);
  }
}
