import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const [PRESENT, VERIFIED, HAS_KEY] = [0x01, 0x04, 0x40];
/** COSE (RFC 9053): an elliptic curve key, ECDSA with SHA-256, P-256, and the point. */
const COSE = { kty: 1, alg: 3, crv: -1, x: -2, y: -3, EC2: 2, ES256: -7, P256: 1 };

type Key = Readonly<{ domain: string; handle: string; privateKey: KeyObject }>;
type Lies = Readonly<{
  /** The page that asks, as the browser says. */
  origin?: string;
  /** For whom the key is, as the device says. */
  domain?: string;
  /** The name of a new key, as the device says. */
  id?: Buffer;
}>;

/**
 * A browser and a device in one, as far as passkeys go (WebAuthn, level 3): makes key pairs and signs challenges with them,
 * with real CBOR, COSE and signatures. What it says can be made wrong on purpose.
 */
export class SoftwareAuthenticator {
  readonly keys = new Map<string, Key>();
  /** How often it was used; a device that shares its keys says zero for ever. */
  counter = 0;
  counts = true;
  /** Whether it makes sure of the person, by a PIN or a finger. */
  verifies = true;

  constructor(private readonly origin: string) {}

  /** Makes a passkey, as `navigator.credentials.create()` does, in JSON. */
  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    { origin = this.origin, domain = options.rp.id!, id = randomBytes(24) }: Lies = {},
  ): RegistrationResponseJSON {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.keys.set(id.toString('base64url'), { domain: options.rp.id!, handle: options.user.id, privateKey });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const point = (text: string | undefined) => new Uint8Array(Buffer.from(text!, 'base64url'));
    const key = new Map<number, number | Uint8Array>([
      [COSE.kty, COSE.EC2],
      [COSE.alg, COSE.ES256],
      [COSE.crv, COSE.P256],
      [COSE.x, point(x)],
      [COSE.y, point(y)],
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, isoCBOR.encode(key)]);
    const authData = new Uint8Array(Buffer.concat([this.dataFor(domain, HAS_KEY), attested]));
    const attestation = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    const response = {
      clientDataJSON: clientData('webauthn.create', options.challenge, origin),
      attestationObject: base64(attestation),
      transports: ['internal'],
    };
    return { ...named(id.toString('base64url')), response };
  }

  /** Answers a challenge, as `navigator.credentials.get()` does, in JSON: by a key that is allowed, or the first for the domain. */
  get(options: PublicKeyCredentialRequestOptionsJSON, { origin = this.origin, domain = options.rpId! }: Lies = {}): AuthenticationResponseJSON {
    const allowed = options.allowCredentials?.map(({ id }) => id);
    const found = [...this.keys].find(([id, key]) => (allowed ? allowed.includes(id) : key.domain === options.rpId));
    if (!found) throw new Error('there is no passkey for this here');
    const [id, { handle, privateKey }] = found;
    const clientDataJSON = clientData('webauthn.get', options.challenge, origin);
    const data = this.dataFor(domain, 0);
    const digest = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const signature = sign('sha256', Buffer.concat([data, digest]), privateKey);
    return { ...named(id), response: { clientDataJSON, authenticatorData: base64(data), signature: base64(signature), userHandle: handle } };
  }

  private dataFor(domain: string, flags: number): Buffer {
    if (this.counts) this.counter += 1;
    const flag = Buffer.from([PRESENT | (this.verifies ? VERIFIED : 0) | flags]);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counts ? this.counter : 0);
    return Buffer.concat([createHash('sha256').update(domain).digest(), flag, counter]);
  }
}

const named = (id: string) => ({ id, rawId: id, type: 'public-key', clientExtensionResults: {} }) as const;
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const clientData = (type: string, challenge: string, origin: string) => base64(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}
