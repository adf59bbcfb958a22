import { grants, type LimitName, type Limits, newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import type { JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWrite, type Operation, OPERATIONS, parametersOf } from './api-document.js';
import { Company } from './company.js';
import { KnownIds, makeEveryKind } from './every-kind.js';
import { expectCleanAudit, Suite } from './suite.js';
import { TokenForge } from './token-forge.js';

type Answer = Readonly<{
  status: number;
  code?: string;
  type: string | null;
  challenge: string | null;
  problem: Readonly<Record<string, unknown>>;
  text: string;
}>;

const GUARDED = OPERATIONS.filter(({ access }) => access !== 'public');
const PERMITTED = OPERATIONS.filter(({ access }) => access === 'permission');
const PERMISSIONS = [...new Set(PERMITTED.map(({ permission }) => permission!))];
const PROBLEM = 'application/problem+json; charset=utf-8';

const tell = ({ status, code, problem: { detail } }: Answer) => `${status} ${code}: ${String(detail)}`;

/** The fields of a document that name something, in its lines too. */
function referencesIn(document: unknown): string[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([field, value]) => (field.endsWith('Id') && typeof value === 'string' ? [field] : referencesIn(value)));
}

function withReferences(document: unknown, id: (field: string) => string): unknown {
  if (typeof document !== 'object' || document === null) return document;
  if (Array.isArray(document)) return document.map((each) => withReferences(each, id));
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => [field, field.endsWith('Id') && typeof value === 'string' ? id(field) : withReferences(value, id)]),
  );
}

describe('every route of the API document', () => {
  const suite = new Suite();
  const services = new Map<string, string>();
  let forge: TokenForge;
  let ours: Company;
  let theirs: Company;
  let known = new KnownIds();
  let knownToThem: KnownIds;
  let auditor: readonly string[];

  beforeAll(async () => {
    forge = await TokenForge.open(suite.site);
    [ours, theirs] = [await Company.found(suite, 'Matrix'), await Company.found(suite, 'Strangers')];
    for (const company of [ours, theirs]) await makeEveryKind(company, suite.administrator);
    const roles = await suite.administrator.get<{ code: string; permissions: string[] }[]>('/v1/roles');
    auditor = roles.find(({ code }) => code === 'auditor')!.permissions;
    for (const { service, port } of await suite.processes()) if (port && !services.has(service)) services.set(service, `http://127.0.0.1:${port}`);
    const doors = ['gateway', ...new Set(OPERATIONS.map(({ service }) => service))];
    // A verifier looks for an unknown key every 30 seconds; then every door knows the forge's.
    for (const door of doors) await eventually(async () => expect(await isLetIn(door)).toBe(true), 60_000);
    [known, knownToThem] = [await idsOf(ours), await idsOf(theirs)];
  }, 180_000);

  /** What somebody sees who may do everything in one company, and nothing elsewhere. */
  async function idsOf(company: Company): Promise<KnownIds> {
    const token = await forge.sign({ ...chief(company), globalPermissions: [] });
    return KnownIds.of(async (operation, path) => {
      const { status, text } = await ask(operation, token, true, path);
      return status === 200 ? (JSON.parse(text) as unknown) : undefined; // Some lists want to be asked for something.
    });
  }

  const chief = (company = ours): JWTPayload => ({ company: company.companyId, permissions: ['*'], globalPermissions: ['*'] });

  /** Who may do everything in this company within limits. */
  const limitedTo = (limits: Limits): JWTPayload => ({ ...chief(), globalPermissions: [], limits: [{ permissions: ['*'], ...limits }] });
  const looksAfter = (limit: LimitName) => (operation: Operation) => operation.limits.includes(limit);

  /** Who may do everything in another company. */
  const stranger = () => forge.sign({ ...chief(theirs), globalPermissions: [] });

  async function isLetIn(door: string): Promise<boolean> {
    const operation = OPERATIONS.find(
      ({ method, path, service }) => method === 'GET' && path.endsWith('/streams') && (door === 'gateway' || service === door),
    )!;
    return (await ask(operation, await forge.sign(chief()), door === 'gateway')).status === 200;
  }

  /** Calls a route with the body that the document shows, and with ids of ours or ones that nothing has. */
  async function ask(
    operation: Operation,
    token: string | undefined,
    atTheGateway: boolean,
    path = known.fill(operation),
    document = operation.body?.example,
  ): Promise<Answer> {
    const { method, service, body } = operation;
    const door = atTheGateway ? suite.site.gateway : services.get(service)!;
    const answer = await fetch(`${door}${path ?? withNothing(operation)}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(isWrite(operation) ? { 'idempotency-key': newId(), 'if-match': '*' } : {}),
        ...(body ? { 'content-type': body.type } : {}),
      },
      body: body && (typeof document === 'string' ? document : JSON.stringify(document)),
    });
    const [type, text] = [answer.headers.get('content-type'), await answer.text()];
    const problem = type === PROBLEM ? (JSON.parse(text) as { code: string }) : { code: undefined };
    return { status: answer.status, code: problem.code, type, challenge: answer.headers.get('www-authenticate'), problem, text };
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
    const open = OPERATIONS.filter(({ access }) => access === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual(['POST /v1/chosen-passwords', 'POST /v1/email-confirmations', 'POST /v1/password-reset-requests', 'POST /v1/tokens']);
  });

  it('looks after the warehouses of its caller when it names any in inventory', () => {
    const naming = OPERATIONS.filter(({ service, fields }) => service === 'inventory' && [...fields].some((field) => /(warehouse|location)Id$/i.test(field)));
    expect(naming.length).toBeGreaterThan(8);
    expect(naming.filter(({ limits }) => !limits.includes('warehouses')).map(({ name }) => name)).toEqual([]);
  });

  it('looks after the approval limit of its caller where money is posted, paid out, given up or allowed', () => {
    const looking = OPERATIONS.filter(({ limits }) => limits.includes('approvalLimit')).map(({ name }) => name);
    expect(looking.toSorted()).toEqual([
      'POST /v1/bad-debts',
      'POST /v1/credit-notes/{creditNoteId}/refunds',
      'POST /v1/customer-invoices/{customerInvoiceId}/write-offs',
      'POST /v1/journal-entries',
      'POST /v1/journal-entries/{journalEntryId}/reversal',
      'POST /v1/liability-settlements',
      'POST /v1/opening-receivables',
      'POST /v1/payments/{paymentId}/refunds',
      'POST /v1/payroll-payments',
      'POST /v1/payroll-runs/{payrollRunId}/approval',
      'POST /v1/pending-entries/{pendingEntryId}/approval',
      'POST /v1/receivable-adjustments/{adjustmentId}/refunds',
      'PUT /v1/credit-limits/{customerId}',
    ]);
  });

  it('leaves out what a standard describes: the discovery document says where that is, and each is there for everybody', async () => {
    const discovery = (await (await fetch(`${suite.site.gateway}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    const endpoints = Object.entries(discovery).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri');
    expect(endpoints.map(([name]) => name)).toEqual(
      expect.arrayContaining(['authorization_endpoint', 'token_endpoint', 'device_authorization_endpoint', 'jwks_uri']),
    );
    for (const [name, url] of endpoints) {
      const { origin, pathname } = new URL(String(url));
      expect([name, origin, OPERATIONS.some(({ path }) => path === pathname)]).toEqual([name, suite.site.gateway, false]);
      const statuses = await Promise.all(['GET', 'POST'].map(async (method) => (await fetch(String(url), { method })).status));
      expect([name, statuses.every((status) => [404, 401, 500].includes(status))]).toEqual([name, false]);
      expect([name, statuses.filter((status) => status === 404 || status >= 500)]).toEqual([name, []]);
    }
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

    it('is closed to who is limited to own records, unless it looks after that and shows nobody else', async () => {
      const token = await forge.sign(limitedTo({ ownRecordsOnly: true }));
      const [open, closed] = [
        PERMITTED.filter(looksAfter('ownRecordsOnly')),
        PERMITTED.filter((each) => !each.everywhere && !looksAfter('ownRecordsOnly')(each)),
      ];
      const refusal = { status: 403, code: 'own-records-only', type: PROBLEM };
      expect(await unlike(closed, refusal, (operation) => ask(operation, token, atTheGateway))).toEqual([]);
      expect(open.filter(isWrite)).toEqual([]);
      expect(open.length).toBeGreaterThan(2);
      const found: string[] = [];
      for (const operation of open) {
        const { status, text } = await ask(operation, token, atTheGateway);
        const isOne = parametersOf(operation).length > 0; // What it says of a thing that is not there, names what was asked for.
        if (status !== (isOne ? 404 : 200) || (!isOne && known.all.some((id) => text.includes(id)))) found.push(`${operation.name}: ${status}`);
      }
      expect(found).toEqual([]);
    });

    it('shows and changes nothing of warehouses that are not those of the caller', async () => {
      const token = await forge.sign(limitedTo({ warehouses: [newId()] }));
      const theirPlaces = ['warehouseId', 'stockLocationId'].map((field) => known.named(field)!);
      const found: string[] = [];
      for (const operation of PERMITTED.filter(looksAfter('warehouses'))) {
        const document = withReferences(operation.body?.example, (field) => known.named(field) ?? known.named('stockLocationId')!);
        const { status, code, text } = await ask(operation, token, atTheGateway, known.fill(operation), document);
        const fits = isWrite(operation) ? text.includes('warehouse-not-yours') || code === 'location-unknown' : status === 200;
        if (!fits || (!isWrite(operation) && theirPlaces.some((id) => text.includes(id)))) found.push(`${operation.name}: ${status} ${code}`);
      }
      expect(found).toEqual([]);
    });

    it("answers for a thing of another company as for one that isn't there", async () => {
      const token = await stranger();
      const naming = PERMITTED.filter((operation) => !operation.everywhere && parametersOf(operation).length > 0);
      const found: string[] = [];
      for (const operation of naming) {
        const [foreign, absent] = [await ask(operation, token, atTheGateway), await ask(operation, token, atTheGateway, withNothing(operation))];
        if (foreign.status !== 404 || tell(foreign) !== tell(absent)) found.push(`${operation.name}: ${tell(foreign)}; absent: ${tell(absent)}`);
      }
      expect(found).toEqual([]);
    });

    it('takes for unknown what a document names of another company', async () => {
      const token = await stranger();
      const naming = PERMITTED.filter(({ everywhere, body }) => !everywhere && referencesIn(body?.example).length > 0);
      expect(naming.length).toBeGreaterThan(5);
      const found: string[] = [];
      for (const operation of naming) {
        const send = (id: (field: string) => string) =>
          ask(operation, token, atTheGateway, knownToThem.fill(operation), withReferences(operation.body!.example, id));
        const [foreign, absent] = [await send((field) => known.named(field) ?? known.all[0]!), await send(() => newId())];
        const told = `${foreign.status} ${foreign.code}`;
        if (foreign.status <= 400 || told !== `${absent.status} ${absent.code}`) found.push(`${operation.name}: ${tell(foreign)}; absent: ${tell(absent)}`);
      }
      expect(found).toEqual([]);
    });
  });

  it('lists nothing of another company', async () => {
    const token = await stranger();
    const found: string[] = [];
    for (const operation of OPERATIONS.filter((each) => !isWrite(each) && !each.everywhere && parametersOf(each).length === 0)) {
      // What the stranger asked for in vain stands in its own trail as it named it itself.
      const path = operation.path.endsWith('/audit-trail') ? `${operation.path}?outcome=done` : operation.path;
      const { status, text } = await ask(operation, token, true, path);
      if (status === 403 || known.all.some((id) => text.includes(id))) found.push(`${operation.name}: ${status} ${text.slice(0, 200)}`);
    }
    expect(found).toEqual([]);
  });

  it('left the books of both companies as they were', async () => {
    await expectCleanAudit(suite);
  });
});
