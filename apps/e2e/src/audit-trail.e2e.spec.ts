import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { ApiClient, type Credentials } from '@millrace/tools';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isWrite, OPERATIONS, parametersOf } from './api-document.js';
import { Company, problemOf } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

const COMMAND = fileURLToPath(new URL('../../../bin/millrace.js', import.meta.url));

type Change = Readonly<{ record: string; id: string; before?: object; after?: object }>;
type Line = Readonly<{
  id: string;
  outcome: string;
  problem?: string;
  times: number;
  subject?: string;
  client?: string;
  address?: string;
  operation: string;
  recordType?: string;
  record?: string;
  changes: readonly Change[];
}>;
type Decision = Readonly<{ operation: string; route: string; allowed: boolean; grantedBy: readonly object[]; refusal?: string; roles: readonly string[] }>;

describe('who did what', () => {
  const suite = new Suite();
  const clients: ApiClient[] = [];
  let company: Company;
  let sales: Readonly<{ accountId: string; credentials: Credentials; api: ApiClient }>;
  let auditor: ApiClient;

  beforeAll(async () => {
    company = await Company.found(suite, 'Watched');
    await company.sells({ sku: 'MUG', price: '8', onHand: '10', unitCost: '4' });
    sales = await signedIn('sales');
    auditor = (await signedIn('auditor')).api;
  });

  afterAll(() => Promise.all(clients.map((client) => client.close())));

  async function signedIn(role: string) {
    const credentials = { email: `${role}-${newId()}@example.com`, password: newId() };
    const memberships = [{ companyId: company.companyId, role }];
    const { accountId } = await suite.administrator.post<{ accountId: string }>('/v1/users', { ...credentials, name: role, memberships });
    const api = new ApiClient(suite.site.gateway, credentials, company.companyId);
    clients.push(api);
    return { accountId, credentials, api };
  }

  const trail = (service: string, query: Record<string, string>, by = auditor) =>
    by.list<Line>(`/v1/operations/${service}/audit-trail?${new URLSearchParams(query)}`);
  const soon = (check: () => Promise<void>) => eventually(check, 15_000);

  it('is told of a write with what it changed, in the same moment', async () => {
    const customerId = newId();
    await sales.api.post('/v1/customers', { customerId, name: 'Harbour Café', country: 'GB' }, { headers: { 'user-agent': 'till/2' } });
    await sales.api.call('PATCH', `/v1/customers/${customerId}`, { body: { name: 'Harbour House' }, headers: { 'if-match': '*' } });
    const [changed, created] = await trail('orders', { recordId: customerId });
    const by = { outcome: 'done', times: 1, subject: sales.accountId, address: '127.0.0.1', recordType: 'customer', record: customerId };
    expect(created).toMatchObject({
      ...by,
      client: 'till/2',
      changes: [{ record: 'customer', id: customerId, after: { name: 'Harbour Café', country: 'GB' } }],
    });
    expect(changed).toMatchObject({ ...by, changes: [{ id: customerId, before: { name: 'Harbour Café' }, after: { name: 'Harbour House' } }] });
  });

  it('is not told of what follows by itself from a fact', async () => {
    const order = await company.order(await company.customer(), { MUG: 1 }, { until: 'shipped' });
    expect((await trail('orders', { recordId: order.salesOrderId })).map(({ operation }) => operation)).toEqual(['PlaceOrder_place']);
    expect(await trail('inventory', { recordId: order.salesOrderId })).toEqual([]);
  });

  it('is told of refusals too, those of a command and those at the door of the service', async () => {
    const order = { salesOrderId: newId(), customerId: newId(), lines: [{ sku: 'MUG', quantity: '1' }] };
    expect(await problemOf(sales.api.post('/v1/sales-orders', order))).toMatchObject({ code: 'customer-unknown' });
    const { port } = (await suite.processes()).find(({ service }) => service === 'orders')!;
    const headers = { authorization: `Bearer ${await sales.api.accessToken()}`, 'content-type': 'application/json', 'idempotency-key': newId() };
    const past = await fetch(`http://127.0.0.1:${port}/v1/prices`, { method: 'POST', headers, body: '{}' }); // Past the gateway, which is as strict.
    expect(past.status).toBe(403);
    await soon(async () => {
      const refused = await trail('orders', { subject: sales.accountId, outcome: 'refused' });
      expect(refused.map(({ operation, problem }) => `${operation} ${problem}`).toSorted()).toEqual([
        'PlaceOrder_place customer-unknown',
        'Prices_set permission-missing',
      ]);
    });
  });

  it('is told of sign-ins, and of failed ones where they belong to no company', async () => {
    const wrong = new ApiClient(suite.site.gateway, { ...sales.credentials, password: 'not the password of anybody' });
    clients.push(wrong);
    expect(await problemOf(wrong.get('/v1/customers'))).toMatchObject({ status: 401 });
    await soon(async () => {
      expect(await trail('identity', { operation: 'SignIn_signIn', subject: sales.accountId })).toMatchObject([
        { outcome: 'done', recordType: 'account', record: sales.accountId },
      ]);
      const failed = await trail('identity', { belonging: 'none', recordId: sales.accountId, outcome: 'refused' }, suite.administrator);
      expect(failed).toMatchObject([{ operation: 'SignIn_signIn', problem: 'sign-in-refused', address: '127.0.0.1' }]);
    });
    expect(await problemOf(trail('identity', { belonging: 'none' }))).toMatchObject({ status: 403, code: 'permission-missing' });
  });

  it('shows no secret', async () => {
    const lines = await trail('identity', { recordId: sales.accountId, belonging: 'none' }, suite.administrator);
    const text = JSON.stringify(lines);
    expect(lines.find(({ operation }) => operation === 'Accounts_createUser')?.changes[0]).toMatchObject({
      record: 'account',
      after: { secretHash: '(secret)' },
    });
    expect(text).not.toMatch(/argon2/);
    expect(text).not.toContain(sales.credentials.password);
  });

  it('is shown to who may read it alone', async () => {
    for (const service of ['identity', 'inventory', 'orders', 'finance', 'hr'])
      expect(await problemOf(trail(service, {}, sales.api))).toMatchObject({ status: 403 });
    expect(await problemOf(trail('hr', {}))).toMatchObject({ status: 403 }); // What people are paid stands there.
  });

  describe('and why it may', () => {
    const access = (query: Record<string, string> = {}) =>
      suite.administrator.get<Decision[]>(`/v1/users/${sales.accountId}/access?${new URLSearchParams({ companyId: company.companyId, ...query })}`);

    it('is answered with the membership that grants it, or with what is missing', async () => {
      const role = { companyId: company.companyId, role: 'sales' };
      expect(await access({ operation: 'PlaceOrder_place' })).toMatchObject([{ route: 'POST /v1/sales-orders', allowed: true, grantedBy: [role] }]);
      const [price] = await access({ operation: 'POST /v1/prices' });
      expect(price).toMatchObject({
        allowed: false,
        grantedBy: [],
        refusal: 'permission-missing',
        roles: expect.arrayContaining(['administrator', 'sales-manager']),
      });
      expect(await problemOf(access({ operation: 'Nothing_do' }))).toMatchObject({ status: 422, code: 'operation-unknown' });
    });

    it('is what every door says', async () => {
      const decisions = new Map((await access()).map(({ route, allowed }) => [route, allowed]));
      expect([...decisions.keys()].toSorted()).toEqual(OPERATIONS.map(({ name }) => name).toSorted());
      const unlike: string[] = [];
      for (const operation of OPERATIONS.filter((each) => !isWrite(each) && parametersOf(each).length === 0)) {
        const status = await sales.api.get(operation.path).then(
          () => 200,
          (error: { problem: { status: number } }) => error.problem.status,
        );
        if (decisions.get(operation.name) === (status === 403)) unlike.push(`${operation.name}: ${status}`);
      }
      expect(unlike).toEqual([]);
    });

    it('is answered by the command line', async () => {
      const ask = (...args: string[]) =>
        new Promise<{ code: number; out: string }>((resolve) => {
          const env = { ...process.env, MILLRACE_HOME: inject('home'), NO_COLOR: '1' };
          execFile(process.execPath, [COMMAND, 'why', ...args], { env }, (error, out, err) =>
            resolve({ code: error ? Number(error.code) : 0, out: out + err }),
          );
        });
      const may = await ask(sales.credentials.email, 'PlaceOrder_place');
      expect(may).toMatchObject({ code: 0, out: expect.stringContaining(`Granted by the role sales in company ${company.companyId}.`) });
      const mayNot = await ask(sales.accountId, 'POST /v1/prices', '--company', company.companyId);
      expect(mayNot).toMatchObject({
        code: 1,
        out: expect.stringMatching(/may not .*needs the permission orders\.price\.set.*Roles that are enough: administrator/s),
      });
      expect(await ask('nobody@example.com', 'PlaceOrder_place')).toMatchObject({ code: 1, out: expect.stringContaining('There is no account') });
    });
  });

  it('is not changed unseen: the audit names the first row that was', async () => {
    const [line] = await trail('orders', { subject: sales.accountId, outcome: 'done' });
    await soon(async () => {
      const sealed = await suite.asOwner('orders', (client) =>
        client.query('select from audit_seal where company_id = $1 and $2 = any(ids)', [company.companyId, line!.id]),
      );
      expect(sealed.rowCount).toBe(1);
    });
    await expectCleanAudit(suite);
    const blame = (subject: string) =>
      suite.asOwner('orders', async (client) => {
        await client.query('set session_replication_role = replica');
        await client.query('update audit_trail set subject = $1 where id = $2', [subject, line!.id]);
      });
    await blame('somebody else');
    try {
      const { clean, findings } = await suite.audit();
      expect(clean).toBe(false);
      expect(findings.flatMap(({ differences }) => differences.map(({ what }) => what))).toEqual([
        expect.stringContaining(`audit trail of orders, company ${company.companyId}: row ${line!.id}: ${line!.operation} by somebody else`),
      ]);
    } finally {
      await blame(sales.accountId);
    }
    await expectCleanAudit(suite);
  });
});
