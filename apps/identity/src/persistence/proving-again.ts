import { ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import type { ProvenAgain } from '../domain/proofs.js';
import { Credentials } from './credentials.js';
import { Passkeys } from './passkeys.js';
import { SecondFactors } from './second-factors.js';

/** What a person sends who is signed in and changes what protects the account, or what it is entered with. */
export type Proofs = Readonly<{ currentPassword: string; code?: string; passkey?: object }>;

/** What is answered to proofs that are not enough. */
export const PROOFS_REFUSED = ['password-wrong', 'code-wrong', 'passkey-refused', 'passkey-counter-stale'] as const;

/** What the challenge is for that a signed-in person answers with a passkey, to show that it is still the same person. */
export const confirming = (accountId: string) => ({ purpose: `confirm ${accountId}`, accountId, verified: true });

export const counterStale = () =>
  new ProblemException(403, 'passkey-counter-stale', 'This passkey was used more often than we know of: there may be two of it. Remove it.');

/** Who has found an open session can guess at its proofs as seldom as a stranger. */
@Injectable()
export class ProvingAgain {
  constructor(
    private readonly credentials: Credentials,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  /** @throws ProblemException 429 when too many were wrong; 403 when there may be two of a passkey. */
  async prove(accountId: string, { currentPassword, code, passkey }: Proofs, address: string): Promise<ProvenAgain> {
    const provenHash = await this.credentials.ownHash(accountId, currentPassword, address);
    if (passkey === undefined || provenHash === undefined || !this.passkeys.areOffered) return { provenHash, code };
    const { outcome } = await this.passkeys.prove(passkey, confirming(accountId));
    if (outcome === 'counter-stale') throw counterStale();
    return { provenHash, code, passkey: outcome };
  }

  /** Runs what takes a code, which is one of few guesses; a repeat takes none, so it says nothing of the one that came with it. */
  async limited<T extends Readonly<{ replayed: boolean }>>(accountId: string, { provenHash, code }: ProvenAgain, run: () => Promise<T>): Promise<T> {
    if (provenHash === undefined || code === undefined) return run();
    return this.factors.limited(accountId, run, ({ replayed }) => !replayed);
  }
}
