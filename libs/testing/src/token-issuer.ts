import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

const KEY_ID = 'key-1';

/** Signs access tokens as identity does, and publishes the key at a loopback address. */
export class TokenIssuer {
  /** Set while identity is to be in trouble: the status that its keys are answered with. */
  trouble?: number;
  /** The sessions that have ended, by subject. */
  ended: Record<string, number> = {};
  /** The single sign-ins that have ended. */
  endedSignIns: string[] = [];
  /** How often the keys were asked for. */
  asked = 0;

  private constructor(
    private readonly server: Server,
    private readonly privateKey: CryptoKey,
    readonly publicJwk: JWK,
  ) {}

  static async start(): Promise<TokenIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
    const publicJwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'EdDSA', use: 'sig' };
    const server = createServer((request, response) => {
      const isForKeys = request.url?.endsWith('/jwks.json') === true;
      if (isForKeys) issuer.asked += 1;
      const answer = isForKeys ? { keys: [publicJwk] } : { sessions: issuer.ended, signIns: issuer.endedSignIns };
      response.writeHead(issuer.trouble ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    const issuer = new TokenIssuer(server, privateKey, publicJwk);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/.well-known/jwks.json`;
  }

  /** A token for a subject that is good for 15 minutes; claims and header may say otherwise, a claim of undefined is left out. */
  sign(claims: JWTPayload = {}, header: Readonly<Record<string, string>> = {}, key: CryptoKey | Uint8Array = this.privateKey): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ iss: 'millrace', aud: 'millrace', sub: 'user-1', iat: now, exp: now + 900, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: KEY_ID, ...header })
      .sign(key);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
