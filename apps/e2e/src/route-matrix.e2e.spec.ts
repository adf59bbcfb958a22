import { grants, newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import type { JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWrite, type Operation, OPERATIONS, parametersOf } from './api-document.js';
import { Company } from './company.js';
import { KnownIds, makeEveryKind } from './every-kind.js';
import { expectCleanAudit, Suite } from './suite.js';
import { TokenForge } from './token-forge.js';

type Answer = Readonly<{ status: number; code?: string; type: string | null; challenge: string | null; problem: Readonly<Record<string, unknown>> }>;

const GUARDED = OPERATIONS.filter(({ access }) => access !== 'public');
const PERMITTED = OPERATIONS.filter(({ access }) => access === 'permission');
const PERMISSIONS = [...new Set(PERMITTED.map(({ permission }) => permission!))];
const PROBLEM = 'application/problem+json; charset=utf-8';

describe('every route of the API document', () => {
  const suite = new Suite();
  const services = new Map<string, string>();
  let forge: TokenForge;
  let ours: Company;
  let theirs: Company;
  let known: KnownIds;
  let auditor: readonly string[];

  beforeAll(async () => {
    forge = await TokenForge.open(suite.site);
    [ours, theirs] = [await Company.found(suite, 'Matrix'), await Company.found(suite, 'Strangers')];
    await makeEveryKind(ours, suite.administrator);
    known = await KnownIds.of(ours.api);
    const roles = await suite.administrator.get<{ code: string; permissions: string[] }[]>('/v1/roles');
    auditor = roles.find(({ code }) => code === 'auditor')!.permissions;
    for (const { service, port } of await suite.processes()) if (port && !services.has(service)) services.set(service, `http://127.0.0.1:${port}`);
    const doors = ['gateway', ...new Set(OPERATIONS.map(({ service }) => service))];
    // A verifier looks for an unknown key every 30 seconds; then every door knows the forge's.
    for (const door of doors) await eventually(async () => expect(await isLetIn(door)).toBe(true), 60_000);
  }, 180_000);

  const chief = (company = ours): JWTPayload => ({ company: company.companyId, permissions: ['*'], globalPermissions: ['*'] });

  async function isLetIn(door: string): Promise<boolean> {
    const operation = OPERATIONS.find(({ method, path, service }) => method === 'GET' && path.endsWith('/streams') && (door === 'gateway' || service === door))!;
    return (await ask(operation, await forge.sign(chief()), door === 'gateway')).status === 200;
  }

  /** Calls a route with the body that the document shows, and with ids of ours or ones that nothing has. */
  async function ask(operation: Operation, token: string | undefined, atTheGateway: boolean, path = known.fill(operation)): Promise<Answer> {
    const { method, service, body } = operation;
    const door = atTheGateway ? suite.site.gateway : services.get(service)!;
    const answer = await fetch(`${door}${path ?? withNothing(operation)}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(isWrite(operation) ? { 'idempotency-key': newId(), 'if-match': '*' } : {}),
        ...(body ? { 'content-type': body.type } : {}),
      },
      body: body && (typeof body.example === 'string' ? body.example : JSON.stringify(body.example)),
    });
    const [type, text] = [answer.headers.get('content-type'), await answer.text()];
    const problem = type === PROBLEM ? (JSON.parse(text) as { code: string }) : { code: undefined };
    return { status: answer.status, code: problem.code, type, challenge: answer.headers.get('www-authenticate'), problem };
  }

  const withNothing = ({ path }: Operation) => path.replace(/\{\w+\}/g, () => newId());

  /** The routes that do not answer as they should, each with how they do. */
  async function unlike(operations: readonly Operation[], expected: object, answerOf: (operation: Operation) => Promise<Answer>): Promise<string[]> {
    const found: string[] = [];
    for (const operation of operations) {
      const answer = await answerOf(operation);
      const fits = Object.entries(expected).every(([field, value]) => answer[field as keyof Answer] === value);
      if (!fits) found.push(`${operation.name}: ${answer.status} ${answer.code} ${answer.challenge ?? ''}`);
    }
    return found;
  }

  it('names who may call it: everybody, who is signed in, or who holds a permission', () => {
    expect(OPERATIONS.filter(({ access }) => access === undefined).map(({ name }) => name)).toEqual([]);
    expect(OPERATIONS.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual(['POST /v1/tokens']);
  });

  it('has something of ours to be tried on', () => {
    const without = PERMITTED.filter((operation) => !operation.everywhere && known.fill(operation) === undefined);
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  describe.each([
    ['through the gateway', true],
    ['at the service itself', false],
  ])('%s', (_door, atTheGateway) => {
    const NO_ENTRY = { status: 401, code: 'token-invalid', type: PROBLEM, challenge: 'Bearer realm="millrace"' };
    const FORBIDDEN = { status: 403, code: 'permission-missing', type: PROBLEM };
    const past = Math.floor(Date.now() / 1_000) - 60;

    it.each<[string, () => Promise<string | undefined>]>([
      ['no token', async () => undefined],
      ['an expired token', () => forge.sign({ ...chief(), exp: past })],
      ['a token for another audience', () => forge.sign({ ...chief(), aud: 'another' })],
      ['a token of another issuer', () => forge.sign({ ...chief(), iss: 'another' })],
      ['a token that another key signed', () => forge.sign(chief(), { forged: true })],
      ['a token that says alg none', () => forge.unsigned(chief())],
    ])('lets nobody in with %s', async (_what, make) => {
      const token = await make();
      expect(await unlike(GUARDED, NO_ENTRY, (operation) => ask(operation, token, atTheGateway))).toEqual([]);
    });

    it('forbids itself to who holds every permission but its own', async () => {
      const without = (permission: string) => PERMISSIONS.filter((each) => each !== permission);
      const token = ({ permission }: Operation) =>
        forge.sign({ company: ours.companyId, permissions: without(permission!), globalPermissions: without(permission!) });
      expect(await unlike(PERMITTED, FORBIDDEN, async (operation) => ask(operation, await token(operation), atTheGateway))).toEqual([]);
    });

    it('writes nothing for a role that only reads, and shows what that role may see', async () => {
      const token = await forge.sign({ company: ours.companyId, permissions: auditor, globalPermissions: auditor });
      const [closed, open] = [PERMITTED.filter((each) => !grants(auditor, each.permission!)), PERMITTED.filter((each) => grants(auditor, each.permission!))];
      expect(open.filter(isWrite).map(({ name }) => name)).toEqual([]);
      expect(await unlike(closed, FORBIDDEN, (operation) => ask(operation, token, atTheGateway))).toEqual([]);
      const shown = open.filter((operation) => known.fill(operation) !== undefined);
      const refused: string[] = [];
      for (const operation of shown) if ([401, 403, 404].includes((await ask(operation, token, atTheGateway)).status)) refused.push(operation.name);
      expect(refused).toEqual([]);
    });

    it('gives who may do everything in one company nothing of what belongs to none', async () => {
      const token = await forge.sign({ ...chief(), globalPermissions: [] });
      const everywhere = PERMITTED.filter((operation) => operation.everywhere);
      expect(await unlike(everywhere, FORBIDDEN, (operation) => ask(operation, token, atTheGateway))).toEqual([]);
    });

    it('wants a company of who acts for none', async () => {
      const token = await forge.sign({ permissions: ['*'], globalPermissions: ['*'] });
      const bound = PERMITTED.filter(({ companyless }) => !companyless);
      const refusal = { status: 403, code: 'company-required', type: PROBLEM };
      expect(await unlike(bound, refusal, (operation) => ask(operation, token, atTheGateway))).toEqual([]);
    });

    it("answers for a thing of another company as for one that isn't there", async () => {
      const token = await forge.sign({ ...chief(theirs), globalPermissions: [] });
      const naming = PERMITTED.filter((operation) => !operation.everywhere && parametersOf(operation).length > 0);
      const told = ({ status, code, problem: { detail } }: Answer) => `${status} ${code}: ${String(detail)}`;
      const found: string[] = [];
      for (const operation of naming) {
        const [foreign, absent] = [await ask(operation, token, atTheGateway), await ask(operation, token, atTheGateway, withNothing(operation))];
        if (foreign.status !== 404 || told(foreign) !== told(absent)) found.push(`${operation.name}: ${told(foreign)}; absent: ${told(absent)}`);
      }
      expect(found).toEqual([]);
    });
  });

  it('left the books of both companies as they were', async () => {
    await expectCleanAudit(suite);
  });
});
