import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, text } from 'node:stream/consumers';
import { UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorAt, api, login, whoami } from '../commands/sign-in.js';
import { Home } from '../site/home.js';
import { ensureSecrets } from '../site/secrets.js';
import { findSite } from '../site/site.js';
import { type State, writeState } from '../site/state.js';
import { operatorClient } from './operator-client.js';
import { SignInFile } from './sign-in-file.js';

const HOUR_MS = 3_600_000;
const [NORTH, SOUTH] = ['01a207a4-0053-7586-97c1-e03d671aea30', '01a207a4-0053-7586-97c1-e03d671aea31'];
const NOT_RIGHT = { status: 401, code: 'credentials-invalid', detail: 'Login or secret is not right.' };
const NO_COMPANY = { status: 403, code: 'company-required', detail: 'This route is about one company: get a token for it.' };

type Seen = Readonly<{ path: string; who?: string; company?: string; ifMatch?: string }>;

describe('who commands act as', () => {
  let [folder, gateway, home] = ['', '', new Home('.')];
  let server: Server;
  const seen: Seen[] = [];
  const printed: string[] = [];
  const passwords = new Map([['anna@example.com', 'right']]);

  const token = (sub: string, company?: string) => new UnsecuredJWT({ sub, company, permissions: ['orders.sales-order.view'] }).encode();

  /** What identity and a service answer, as far as commands ask. */
  async function answer(request: IncomingMessage): Promise<object> {
    const path = request.url!;
    if (path === '/v1/tokens') {
      const { login: email, secret, companyId } = (await json(request)) as Record<string, string>;
      return passwords.get(email!) === secret ? { accessToken: token(email!, companyId), expiresIn: 900 } : NOT_RIGHT;
    }
    if (path.startsWith('/.well-known'))
      return { issuer: gateway, token_endpoint: `${gateway}/oauth/token`, device_authorization_endpoint: `${gateway}/oauth/device-authorization` };
    if (path === '/oauth/token') return { status: 400, error: 'invalid_grant', error_description: 'grant request is invalid' };
    if (path === '/oauth/device-authorization')
      return (await text(request)).includes(SOUTH)
        ? { status: 400, error: 'invalid_target', error_description: 'There is no such company.' }
        : { status: 400, error: 'access_denied', error_description: 'Not today.' };
    if (path.startsWith('/v1/companies?')) return { data: path.endsWith('=North') ? [{ companyId: NORTH, name: 'North' }] : [] };
    const claims = UnsecuredJWT.decode<{ company?: string }>(request.headers.authorization!.slice('Bearer '.length)).payload;
    seen.push({ path, who: claims.sub, company: claims.company, ifMatch: request.headers['if-match'] });
    return claims.company === undefined ? NO_COMPANY : { data: [] };
  }

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-who-acts-'));
    home = new Home(folder);
    home.make();
    const { administrator } = ensureSecrets(home);
    passwords.set(administrator.email, administrator.password);
    server = createServer((request, response) => {
      void answer(request).then((body) => {
        response.writeHead('status' in body ? Number(body.status) : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    gateway = `http://127.0.0.1:${port}`;
    writeState(home, { phase: 'running', ports: { gateway: port, postgres: 1, kafka: {} } } as unknown as State);
    for (const name of ['MILLRACE_GATEWAY_URL', 'MILLRACE_EMAIL', 'MILLRACE_EMAIL_FILE', 'MILLRACE_PASSWORD', 'MILLRACE_PASSWORD_FILE'])
      vi.stubEnv(name, undefined);
    vi.stubEnv('MILLRACE_HOME', folder);
    vi.spyOn(process.stdout, 'write').mockImplementation((some) => printed.push(String(some)) > 0);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    seen.length = 0;
    printed.length = 0;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  function name(email: string | undefined, password: string | undefined): void {
    vi.stubEnv('MILLRACE_EMAIL', email);
    vi.stubEnv('MILLRACE_PASSWORD', password);
  }

  const signIn = (companyId?: string) => {
    const who = { subject: 'boris', name: 'Boris', email: 'boris@example.com', ...(companyId ? { companyId } : {}) };
    const tokens = { refreshToken: 'refresh', accessToken: token('boris', companyId), accessUntil: Date.now() + HOUR_MS };
    const file = SignInFile.default();
    return file.locked(async () => file.write(gateway, { ...who, ...tokens }));
  };

  it('is whom the environment names, on this machine too, before who signed in and before the administrator', async () => {
    name('anna@example.com', 'right');
    await signIn(NORTH);
    await api('GET', '/v1/sales-orders', { company: NORTH });
    expect(seen).toMatchObject([{ who: 'anna@example.com', company: NORTH }]);
    expect(findSite(home).administrator).toEqual({ email: 'anna@example.com', password: 'right' });
    expect(await actorAt(findSite(home))).toMatchObject({ accountId: 'anna@example.com', email: 'anna@example.com' });
  });

  it('is nobody else when that password is wrong, or one half is missing', async () => {
    name('anna@example.com', 'whatever');
    await expect(api('GET', '/v1/users', {})).rejects.toThrow(/401 credentials-invalid/);
    await expect(whoami({})).rejects.toThrow(/401 credentials-invalid/);
    name('anna@example.com', undefined);
    expect(() => findSite(home)).toThrow('MILLRACE_PASSWORD is missing');
    name(undefined, 'right');
    expect(() => operatorClient({ gateway, administrator: { email: 'admin@example.com', password: 'x' } })).toThrow('MILLRACE_EMAIL is missing');
    expect(seen).toEqual([]);
  });

  it('is the administrator of this machine when nobody is named', async () => {
    await whoami({});
    expect(printed.join('')).toContain('admin@millrace.example');
  });

  it('is nobody once the sign-in has ended, although its token is good for a moment more', async () => {
    await signIn(NORTH);
    await expect(whoami({})).rejects.toThrow(/Your sign-in has ended/);
    expect(printed).toEqual([]);
  });

  it('acts for the company that is named, by name or id, and says how when none is', async () => {
    await expect(api('GET', '/v1/sales-orders', {})).rejects.toThrow(/company-required.*Name one with --company/);
    await api('GET', '/v1/sales-orders', { company: 'North' });
    await api('GET', '/v1/sales-orders', { company: SOUTH });
    expect(seen.map(({ company }) => company)).toEqual([undefined, NORTH, SOUTH]);
    await expect(api('GET', '/v1/sales-orders', { company: 'West' })).rejects.toThrow('There is no company West.');
  });

  it('keeps to the company of a sign-in', async () => {
    await signIn(NORTH);
    await api('GET', '/v1/sales-orders', { company: NORTH });
    await expect(api('GET', '/v1/sales-orders', { company: SOUTH })).rejects.toThrow(`millrace login --company ${SOUTH}`);
    expect(seen).toMatchObject([{ who: 'boris', company: NORTH }]);
  });

  it.each([
    ['3', '"3"'],
    ['"3"', '"3"'],
    ['*', '*'],
  ])('sends the version %s as %s', async (ifMatch, sent) => {
    await api('PATCH', '/v1/customers/1', { company: NORTH, ifMatch, body: '{}' });
    expect(seen).toMatchObject([{ ifMatch: sent }]);
  });

  it('signs in for a company by name or id, and is refused in the words of the suite', async () => {
    await expect(login({ company: 'North' })).rejects.toThrow('Not today. (access_denied)');
    await expect(login({ company: SOUTH })).rejects.toThrow('There is no such company. (invalid_target)');
    await expect(login({ company: 'West' })).rejects.toThrow('There is no company West.');
    vi.stubEnv('MILLRACE_GATEWAY_URL', gateway);
    await expect(login({ company: 'North' })).rejects.toThrow(/name it by its id/);
  });
});
