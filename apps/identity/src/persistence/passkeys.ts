import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Account } from '../domain/account.js';
import { type NewCredential, type Passkey, relyingPartyOf } from '../domain/passkey.js';
import { IdentitySettings } from '../identity-settings.js';
import { PasskeyRepository } from './passkey.repository.js';
import { SignInStateRepository } from './sign-in-state.repository.js';

export const CHALLENGE = 'Passkey challenge';
/** As long as it takes to find a device and touch it. */
export const CHALLENGE_SECONDS = 300;
const ASKED = { timeout: CHALLENGE_SECONDS * 1_000 };

/** EdDSA, ECDSA on P-256 and RSA, as COSE numbers them: what devices have, without what Node calls experimental. */
const ALGORITHMS = [-8, -7, -257];

/** A name that a device has for a passkey: at most 1023 bytes (WebAuthn, level 3, 4), in base64url. */
const CREDENTIAL_ID = /^[A-Za-z0-9_-]{1,1364}$/;

/** What came of an answer of a device, and of whose passkey it was. */
export type PasskeyProof = Readonly<{ outcome: 'proven' | 'refused' | 'counter-stale'; accountId?: string }>;

type Asked = Readonly<{
  /** What the challenge was given out for: what is answered for one purpose is worth nothing for another. */
  purpose: string;
  /** Whose passkey it must be; anybody's when absent. */
  accountId?: string;
  /** Whether the device must have made sure of the person, by a PIN or a finger; that somebody touched it is asked for always. */
  verified: boolean;
}>;

/** Takes 30 MB and half a second to load, which many processes never need. */
const library = () => import('@simplewebauthn/server');

/**
 * What is asked of devices, and what they answer (WebAuthn, level 3). A challenge is good once, for a few minutes, and for
 * what it was given out for; it is kept with the sign-ins, so that any replica takes the answer, and ends with those of its account.
 */
@Injectable()
export class Passkeys {
  private readonly party;

  constructor(
    settings: IdentitySettings,
    private readonly rows: PasskeyRepository,
    private readonly state: SignInStateRepository,
  ) {
    const { PUBLIC_URL, PASSKEY_DOMAIN, PASSKEY_ORIGINS } = settings;
    this.party = relyingPartyOf(PUBLIC_URL, PASSKEY_DOMAIN, PASSKEY_ORIGINS?.split(','));
  }

  /** Whether browsers offer passkeys for the public address. */
  get areOffered(): boolean {
    return this.party !== undefined;
  }

  /** What a browser is asked for, to make a passkey for an account. */
  async askToRegister({ id, login, name }: Account, purpose: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await library();
    const known = await this.rows.ofAccount(id);
    return generateRegistrationOptions({
      ...ASKED,
      rpID: this.relyingParty.domain,
      rpName: 'Millrace',
      userID: handleOf(id),
      userName: login,
      userDisplayName: name,
      challenge: await this.newChallenge(purpose, id),
      excludeCredentials: known.map(descriptorOf),
      supportedAlgorithmIDs: ALGORITHMS,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
  }

  /** What a browser is asked for, to prove that a passkey is there: one of an account, or any that it knows for this place. */
  async askToProve({ purpose, accountId, verified }: Asked): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await library();
    return generateAuthenticationOptions({
      ...ASKED,
      rpID: this.relyingParty.domain,
      challenge: await this.newChallenge(purpose, accountId),
      allowCredentials: accountId === undefined ? undefined : (await this.rows.ofAccount(accountId)).map(descriptorOf),
      userVerification: verified ? 'required' : 'preferred',
    });
  }

  /** The passkey that a device made; undefined when it is not what was asked for. Uses up the challenge. */
  async registered(answer: object, purpose: string): Promise<NewCredential | undefined> {
    const { verifyRegistrationResponse } = await library();
    const { domain: expectedRPID, origins } = this.relyingParty;
    const verifying = verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: (challenge) => this.take(purpose, challenge),
      expectedOrigin: [...origins],
      expectedRPID,
      supportedAlgorithmIDs: ALGORITHMS,
      requireUserVerification: true,
    });
    const { verified, registrationInfo } = await verifying.catch(unlike);
    if (!verified || !registrationInfo) return undefined;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    if (!CREDENTIAL_ID.test(id)) return undefined;
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: transportsIn(transports) };
  }

  /** Whether a device has the passkey that it says it has. Uses up the challenge. */
  async prove(answer: object, { purpose, accountId, verified: requireUserVerification }: Asked): Promise<PasskeyProof> {
    const { id, response } = answer as Partial<AuthenticationResponseJSON>;
    const passkey = typeof id === 'string' && CREDENTIAL_ID.test(id) ? await this.rows.byCredentialId(id) : undefined;
    if (!passkey) return { outcome: 'refused' };
    const refused = { outcome: 'refused', accountId: passkey.accountId } as const;
    const isTheirs = response?.userHandle === Buffer.from(handleOf(passkey.accountId)).toString('base64url');
    // Who named nobody before is named by the device alone.
    if (accountId === undefined ? !isTheirs : accountId !== passkey.accountId) return refused;
    const { verifyAuthenticationResponse } = await library();
    const { domain: expectedRPID, origins } = this.relyingParty;
    const verifying = verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => this.take(purpose, challenge),
      expectedOrigin: [...origins],
      expectedRPID,
      credential: { ...descriptorOf(passkey), publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: 0 },
      requireUserVerification,
    });
    const { verified, authenticationInfo } = await verifying.catch(unlike);
    if (!verified || !authenticationInfo) return refused;
    const counts = await this.rows.use(passkey.id, authenticationInfo.newCounter); // By the database: two answers at once are not both the next.
    return { outcome: counts ? 'proven' : 'counter-stale', accountId: passkey.accountId };
  }

  private async newChallenge(purpose: string, accountId: string | undefined): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(32));
    const name = `${purpose} ${Buffer.from(challenge).toString('base64url')}`;
    await this.state.keep(CHALLENGE, name, {}, CHALLENGE_SECONDS, { accountId });
    return challenge;
  }

  private take(purpose: string, challenge: string): Promise<boolean> {
    return this.state.take(CHALLENGE, `${purpose} ${challenge}`);
  }

  private get relyingParty() {
    if (!this.party) throw new Error('there are no passkeys at this address');
    return this.party;
  }
}

/** The library throws for whatever is not as it should be, and says why in words that are none for the person. */
const unlike = () => ({ verified: false, registrationInfo: undefined, authenticationInfo: undefined });

/** What a device keeps of whose passkey it is: the account, and nothing that says who that is. */
const handleOf = (accountId: string) => new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'));

const descriptorOf = ({ credentialId: id, transports }: Passkey) => ({ id, transports });

/** Words for browsers, which are given back to them; a device may say what it likes. */
function transportsIn(given: unknown): string[] {
  const words = Array.isArray(given) ? given.filter((each): each is string => typeof each === 'string' && /^[a-z-]{1,20}$/.test(each)) : [];
  return words.slice(0, 8);
}
