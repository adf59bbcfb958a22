import { Clock, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown } from '../domain/memberships.js';
import { type NewCredential, Passkey } from '../domain/passkey.js';
import { passkeyRefused } from '../domain/proofs.js';
import { AccountMail } from '../persistence/account-mail.js';
import { PasskeyRepository } from '../persistence/passkey.repository.js';
import { hasSecondFactor, ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';

/** The credential is what the device made for a challenge of this account, given out while it was protected or not, if it did. */
export type NewPasskey = Readonly<{ name: string; credential?: NewCredential; wasProtected: boolean; recoveryIds: readonly string[] }>;

type Loaded = Readonly<{ accounts: ProtectedAccounts; taken: Set<string> }>;
export type Added = Readonly<{ passkeyId: string; withRecoveryCodes: boolean }>;

/** More devices than a person has. */
const MOST = 20;
const tooMany = new Refusal('passkeys-too-many', 'conflict', `An account has at most ${MOST} passkeys: remove one that you do not use.`);
const isTaken = new Refusal('passkey-exists', 'conflict', 'This device has a passkey here already.');

@Injectable()
export class AddPasskeyHandler implements CommandHandler<NewPasskey, Loaded, Added> {
  readonly name = 'add-passkey';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly passkeys: PasskeyRepository,
    private readonly factors: SecondFactors,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<NewPasskey>[], tx: UnitOfWork): Promise<Loaded> {
    const accounts = await this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
    const wished = commands.flatMap(({ request }) => request.credential?.credentialId ?? []);
    return { accounts, taken: await this.passkeys.taken(tx, wished) };
  }

  handle({ request, actor }: Command<NewPasskey>, { accounts, taken }: Loaded, tx: UnitOfWork): Outcome<Added> {
    const found = accounts.get(actor);
    if (found?.account.kind !== 'user') return accountUnknown;
    const { name, credential, wasProtected, recoveryIds } = request;
    if (!credential || hasSecondFactor(found) !== wasProtected) return passkeyRefused; // The password alone is enough for the first one only.
    if (taken.has(credential.credentialId)) return isTaken;
    if (found.passkeys.length >= MOST) return tooMany;
    const passkey = Passkey.register(actor, name, credential, this.clock.now());
    tx.insert(passkey);
    this.factors.endPending(tx, actor);
    this.mail.tell(tx, found.account, 'second-factor-changed');
    found.passkeys = [...found.passkeys, passkey];
    taken.add(credential.credentialId);
    const withRecoveryCodes = found.factor.recoveryIds.size === 0;
    if (withRecoveryCodes) {
      this.factors.replaceCodes(tx, actor, recoveryIds);
      for (const id of recoveryIds) found.factor.recoveryIds.add(id);
    }
    return { passkeyId: passkey.id, withRecoveryCodes };
  }
}
