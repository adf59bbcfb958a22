import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from '@millrace/kernel';
import { PlainBrowser } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const CLI = fileURLToPath(new URL('../../../tools/dist/src/cli.js', import.meta.url));

type Ended = Readonly<{ code: number | null; out: string; err: string }>;
type Kept = Record<string, { accessUntil: number; refreshToken: string }>;

describe('signing in on the command line', () => {
  const suite = new Suite();
  const { gateway } = suite.site;
  const folder = mkdtempSync(join(tmpdir(), 'millrace-command-line-'));
  const file = join(folder, 'sign-ins.json');
  const who = { email: `${newId()}@example.com`, password: newId() };
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Command line');
    const memberships = [{ companyId: company.companyId, role: 'sales' }];
    await suite.administrator.post('/v1/users', { ...who, name: 'Anna', memberships });
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function run(args: readonly string[], onError: (text: string) => void = () => {}): Promise<Ended> {
    const { MILLRACE_EMAIL: _email, MILLRACE_PASSWORD: _password, ...inherited } = process.env;
    const env = { ...inherited, MILLRACE_GATEWAY_URL: gateway, MILLRACE_HOME: folder, NO_COLOR: '1' };
    const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (some) => (out += some));
    child.stderr.on('data', (some) => onError((err += some)));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  }

  /** Enters in a browser what the command shows. */
  async function allow(text: string): Promise<void> {
    const [, address, code] = /Open (\S+)\s+and enter the code (\S+)/.exec(text)!;
    const browser = new PlainBrowser(gateway);
    await browser.open(address!);
    await browser.submit('Go on', { user_code: code! });
    await browser.submit('It is: sign it in');
    await browser.submit('Sign in', who);
  }

  async function login(): Promise<Ended> {
    let allowed: Promise<void> | undefined;
    const ended = await run(['login'], (text) => {
      if (text.includes('minutes')) allowed ??= allow(text);
    });
    await allowed;
    return ended;
  }

  const orders = () => run(['api', 'GET', '/v1/sales-orders']);
  const kept = () => (JSON.parse(readFileSync(file, 'utf8')) as Kept)[gateway]!;

  it('takes a code in a browser; then commands act as that person until it signs out', async () => {
    expect(await orders()).toMatchObject({ code: 1, err: expect.stringContaining('millrace login') as string });
    expect(await login()).toMatchObject({ code: 0, out: `Signed in to ${gateway} as Anna (${who.email}).\n` });
    expect(JSON.parse((await orders()).out)).toMatchObject({ data: [] });
    const { permissions, ...me } = JSON.parse((await run(['whoami', '--json'])).out) as { permissions: string[] };
    expect(me).toMatchObject({ gateway, email: who.email, name: 'Anna', companyId: company.companyId });
    expect(permissions).toContain('orders.sales-order.place');
    expect(await run(['why', who.email, 'PlaceOrder_place'])).toMatchObject({ code: 1, err: expect.stringContaining('permission-missing') as string });

    // Due for a renewal: several commands at once use up one refresh token, and nobody ends the sign-in by using it twice.
    const { refreshToken } = kept();
    writeFileSync(file, JSON.stringify({ [gateway]: { ...kept(), accessUntil: 0 } }), { mode: 0o600 });
    const several = await Promise.all([orders(), orders(), orders(), orders()]);
    expect(several.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(kept().refreshToken).not.toBe(refreshToken);
    const last = kept();

    expect(await run(['logout'])).toMatchObject({ code: 0, out: `Signed out of ${gateway}.\n` });
    expect(await run(['whoami'])).toMatchObject({ code: 1 });
    writeFileSync(file, JSON.stringify({ [gateway]: { ...last, accessUntil: 0 } }), { mode: 0o600 }); // As somebody who had copied it.
    expect(await orders()).toMatchObject({ code: 1, err: expect.stringContaining('has ended') as string });
    await expectCleanAudit(suite);
  });
});
