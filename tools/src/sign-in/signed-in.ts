import type { TokenSource } from '../api/api-client.js';
import type { SignInProvider } from './provider.js';
import { SignInEnded } from './provider.js';
import type { SignIn, SignInFile } from './sign-in-file.js';

const MARGIN_MS = 60_000;

/** Tokens of who has signed in on this machine, renewed when they are due, by one command at a time. */
export class SignedIn implements TokenSource {
  constructor(
    private readonly gateway: string,
    private readonly file: SignInFile,
    private readonly provider: (gateway: string) => Promise<Pick<SignInProvider, 'renew'>>,
  ) {}

  /** @throws SignInEnded */
  async accessToken(refused?: string): Promise<string> {
    const known = this.file.read(this.gateway);
    if (known && isGood(known, refused)) return known.accessToken;
    return this.file.locked(() => this.renewed(refused));
  }

  /** Under the lock: another command may have renewed the sign-in meanwhile. What is new is kept before it is used. */
  private async renewed(refused?: string): Promise<string> {
    const known = this.file.read(this.gateway);
    if (!known) throw new SignInEnded(`Nobody is signed in to ${this.gateway}: sign in with "millrace login".`);
    if (isGood(known, refused)) return known.accessToken;
    const next = await (await this.provider(this.gateway)).renew(known);
    this.file.write(this.gateway, next);
    return next.accessToken;
  }
}

const isGood = ({ accessToken, accessUntil }: SignIn, refused?: string) => accessToken !== refused && accessUntil > Date.now() + MARGIN_MS;
