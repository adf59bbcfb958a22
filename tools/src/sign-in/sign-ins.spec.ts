import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Home } from '../site/home.js';
import { operatorClient } from './operator-client.js';
import { SignInEnded, SignInProvider } from './provider.js';
import { SignedIn } from './signed-in.js';
import { folderOf, type SignIn, SignInFile } from './sign-in-file.js';

const [HERE, THERE] = ['http://127.0.0.1:8080', 'https://erp.example'];
const HOUR_MS = 3_600_000;
const signIn = (given: Partial<SignIn> = {}): SignIn => ({
  subject: 'anna',
  name: 'Anna',
  email: 'anna@example.com',
  refreshToken: 'refresh 1',
  accessToken: 'access 1',
  accessUntil: Date.now() + HOUR_MS,
  ...given,
});

describe('a sign-in on this machine', () => {
  let folder: string;
  let file: SignInFile;

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'millrace-sign-in-')), 'config');
    file = new SignInFile(folder);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  const keep = (gateway: string, given?: Partial<SignIn>) => file.locked(async () => file.write(gateway, signIn(given)));

  /** A provider that knows each token once, as identity does: one that comes twice ends the sign-in. */
  function provider() {
    const spent: string[] = [];
    const renew = async (before: SignIn): Promise<SignIn> => {
      if (spent.includes(before.refreshToken)) throw new SignInEnded('used twice');
      spent.push(before.refreshToken);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const next = spent.length + 1;
      return { ...before, refreshToken: `refresh ${next}`, accessToken: `access ${next}`, accessUntil: Date.now() + HOUR_MS };
    };
    return { spent, tokens: (of = file) => new SignedIn(HERE, of, async () => ({ renew })) };
  }

  describe('is kept', () => {
    it('in a file that its user alone may read, in a folder that its user alone may enter', async () => {
      await keep(HERE);
      expect(statSync(join(folder, 'sign-ins.json')).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(readdirSync(folder)).toEqual(['sign-ins.json']); // Nor does the lock stay.
    });

    it('and not read once others may read it', async () => {
      await keep(HERE);
      chmodSync(join(folder, 'sign-ins.json'), 0o640);
      expect(() => file.read(HERE)).toThrow(/can be read by others/);
    });

    it('for each suite of its own', async () => {
      await keep(HERE);
      await keep(THERE, { email: 'boss@example.com' });
      await file.locked(async () => file.write(HERE, undefined));
      expect([file.read(HERE), file.read(THERE)?.email]).toEqual([undefined, 'boss@example.com']);
      expect(readFileSync(join(folder, 'sign-ins.json'), 'utf8')).not.toContain('anna@example.com');
    });

    it.each([
      [{ MILLRACE_HOME: '/srv/mill', XDG_CONFIG_HOME: '/etc/xdg' }, 'linux', '/srv/mill'],
      [{ XDG_CONFIG_HOME: '/home/anna/cfg' }, 'linux', '/home/anna/cfg/millrace'],
      [{ APPDATA: '/c/anna' }, 'win32', '/c/anna/millrace'],
    ] as const)('where %j says on %s', (variables, platform, expected) => {
      expect(folderOf(variables, platform)).toBe(expected);
    });

    it('in a home that a suite can still be made in', async () => {
      await keep(HERE);
      expect(() => new Home(folder).make()).not.toThrow();
      expect(existsSync(join(folder, '.millrace-home'))).toBe(true);
    });
  });

  describe('is renewed', () => {
    it('not before that is due', async () => {
      await keep(HERE);
      const { spent, tokens } = provider();
      expect(await tokens().accessToken()).toBe('access 1');
      expect(spent).toEqual([]);
    });

    it('once by many commands at once, and what is new is kept', async () => {
      await keep(HERE, { accessUntil: Date.now() + 59_000 });
      const { spent, tokens } = provider();
      const got = await Promise.all(Array.from({ length: 8 }, () => tokens(new SignInFile(folder)).accessToken()));
      expect(new Set(got)).toEqual(new Set(['access 2']));
      expect(spent).toEqual(['refresh 1']);
      expect(file.read(HERE)).toMatchObject({ refreshToken: 'refresh 2', email: 'anna@example.com' });
    });

    it('when its token was refused, and not once more by who was refused at the same time', async () => {
      await keep(HERE);
      const { spent, tokens } = provider();
      expect(await Promise.all([tokens().accessToken('access 1'), tokens().accessToken('access 1')])).toEqual(['access 2', 'access 2']);
      expect(spent).toEqual(['refresh 1']);
    });

    it('no more when it has ended, which is said', async () => {
      await keep(HERE, { accessUntil: 0 });
      const { spent, tokens } = provider();
      spent.push('refresh 1');
      await expect(tokens().accessToken()).rejects.toThrow(SignInEnded);
      expect(file.read(HERE)?.refreshToken).toBe('refresh 1');
      await file.locked(async () => file.write(HERE, undefined));
      await expect(tokens().accessToken()).rejects.toThrow(/Nobody is signed in/);
    });
  });

  describe('is what commands act by', () => {
    const administrator = { email: 'admin@example.com', password: 'secret' };

    it('before the administrator of this machine, and after whom the environment names', async () => {
      vi.stubEnv('MILLRACE_EMAIL', undefined);
      await keep(HERE, { accessToken: 'of Anna' });
      expect(await operatorClient({ gateway: HERE, administrator }, file).accessToken()).toBe('of Anna');
      vi.stubEnv('MILLRACE_EMAIL', administrator.email);
      vi.stubEnv('MILLRACE_PASSWORD', administrator.password);
      await expect(operatorClient({ gateway: 'http://127.0.0.1:9', administrator }, file).accessToken()).rejects.toThrow(/ECONNREFUSED/);
    });

    it('and without one and without an administrator nothing is asked', () => {
      vi.stubEnv('MILLRACE_EMAIL', undefined);
      expect(() => operatorClient({ gateway: THERE, administrator: { email: '', password: '' } }, file)).toThrow(/millrace login/);
    });
  });

  it('is not made in plain text over a network', async () => {
    await expect(SignInProvider.of('http://erp.example')).rejects.toThrow(/not reached over TLS/);
  });
});
