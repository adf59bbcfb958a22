import { existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Home } from '../site/home.js';
import { HomeInUse, takeLock } from '../site/lock.js';

/** What this machine keeps of somebody who has signed in to a suite. */
export type SignIn = Readonly<{
  subject: string;
  name: string;
  email: string;
  /** The only company that its tokens act for, when one was chosen. */
  companyId?: string;
  refreshToken: string;
  accessToken: string;
  /** Milliseconds since 1970. */
  accessUntil: number;
}>;

const FILE = 'sign-ins.json';
const LOCK = 'sign-ins-lock.json';
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;
const OTHERS = 0o077;

/** Sign-ins by the address of their gateway, in one file that this user alone may read. */
export class SignInFile {
  private readonly home: Home;

  constructor(folder: string) {
    this.home = new Home(folder);
  }

  /** In `MILLRACE_HOME` when that is named, else where the user's programs keep what they are told. */
  static default(): SignInFile {
    return new SignInFile(folderOf(process.env));
  }

  /** @throws Error when others may read the file. */
  read(gateway: string): SignIn | undefined {
    const path = this.home.path(FILE);
    if (process.platform !== 'win32' && existsSync(path) && (statSync(path).mode & OTHERS) !== 0)
      throw new Error(`${path} can be read by others: take that away (chmod 600), and sign in again if somebody may have read it.`);
    return this.all()[gateway];
  }

  /** Under the lock alone, so that nothing is overwritten which another command has just kept. */
  write(gateway: string, signIn: SignIn | undefined): void {
    const { [gateway]: _before, ...others } = this.all();
    this.home.write(FILE, signIn === undefined ? others : { ...others, [gateway]: signIn });
  }

  /** One command at a time: whoever renews a sign-in uses up the token that the others have. */
  async locked<T>(work: () => Promise<T>): Promise<T> {
    mkdirSync(this.home.folder, { recursive: true, mode: 0o700 });
    const release = await this.lock(Date.now() + PATIENCE_MS);
    try {
      return await work();
    } finally {
      release();
    }
  }

  private async lock(end: number): Promise<() => void> {
    for (;;) {
      try {
        return takeLock(this.home, LOCK);
      } catch (error) {
        if (!(error instanceof HomeInUse)) throw error;
        if (Date.now() > end)
          throw new Error(`Another command (process ${error.holder.pid}) has been signing in for a minute: end it first.`, { cause: error });
        await sleep(PAUSE_MS);
      }
    }
  }

  private all(): Readonly<Record<string, SignIn>> {
    return this.home.read<Record<string, SignIn>>(FILE) ?? {};
  }
}

/** Where sign-ins lie on this system. */
export function folderOf({ MILLRACE_HOME, XDG_CONFIG_HOME, APPDATA }: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (MILLRACE_HOME) return resolve(MILLRACE_HOME);
  const config = platform === 'win32' ? APPDATA : XDG_CONFIG_HOME;
  return join(config || join(homedir(), '.config'), 'millrace');
}
