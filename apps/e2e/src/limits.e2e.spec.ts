import { newId } from '@millrace/kernel';
import { ApiClient } from '@millrace/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@millrace/testing';
import { Company, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Pending = Readonly<{ pendingEntryId: string; state: string; debitTotal: string; submittedBy: string; journalEntryId?: string; rejectReason?: string }>;
type Page<T> = Readonly<{ data: readonly T[] }>;
type Person = Readonly<{ api: ApiClient; accountId: string; email: string }>;
type Membership = Readonly<{ role: string; limits?: object; everywhere?: true }>;

const ANY = { 'if-match': '*' };
const above = (permission: string, approvalLimit: string) => ({ status: 403, code: 'above-approval-limit', permission, approvalLimit });

describe('what somebody may do within limits', () => {
  const suite = new Suite();
  const people: ApiClient[] = [];
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Limits');
    await company.sells({ sku: 'MUG', onHand: '10', unitCost: '2.00', price: '5.00' });
  });

  afterAll(() => Promise.all(people.map((api) => api.close())));

  const membershipOf = ({ role, limits }: Membership) => ({ companyId: company.companyId, role, ...(limits ? { limits } : {}) });

  async function person(...memberships: Membership[]): Promise<Person> {
    const credentials = { email: `${newId()}@example.com`, password: newId() };
    const wish = { ...credentials, name: 'Somebody', memberships: memberships.map(membershipOf) };
    const { accountId } = await suite.administrator.post<{ accountId: string }>('/v1/users', wish);
    const api = new ApiClient(suite.site.gateway, credentials, company.companyId);
    people.push(api);
    return { api, accountId, email: credentials.email };
  }

  const upTo = (approvalLimit: string, role = 'accountant') => person({ role, limits: { approvalLimit } });
  const entry = (amount: string, description = 'Rent') => ({
    description,
    lines: [
      { account: '6900', debit: amount },
      { account: '1000', credit: amount },
    ],
  });

  describe('of amount', () => {
    let clerk: Person;
    let chief: Person;

    beforeAll(async () => {
      [clerk, chief] = [await upTo('500.00'), await upTo('1000.00')];
    });

    it('are held by an entry of its own, and by a reversal', async () => {
      const post = (amount: string) => clerk.api.post<{ journalEntryId: string }>('/v1/journal-entries', entry(amount));
      await post('500.00');
      expect(await problemOf(post('500.01'))).toMatchObject(above('finance.journal-entry.post', '500'));
      const large = await company.post<{ journalEntryId: string }>('/v1/journal-entries', entry('500.01', 'Large'));
      const reverse = (by: ApiClient) => by.post(`/v1/journal-entries/${large.journalEntryId}/reversal`, { description: 'Mended' });
      expect(await problemOf(reverse(clerk.api))).toMatchObject(above('finance.journal-entry.reverse', '500'));
      await reverse(chief.api);
    });

    it('leave a larger entry to somebody else, who posts what was submitted', async () => {
      const before = await company.count('/v1/journal-entries');
      const pending = await clerk.api.post<Pending>('/v1/pending-entries', entry('900.00', 'New desks'));
      expect(pending).toMatchObject({ state: 'pending', debitTotal: '900.00', submittedBy: clerk.accountId });
      expect(await company.count('/v1/journal-entries')).toBe(before);
      const approve = (by: ApiClient, key?: string) => by.post<Pending>(`/v1/pending-entries/${pending.pendingEntryId}/approval`, undefined, { key });
      expect(await problemOf(approve(clerk.api))).toMatchObject({ status: 422, code: 'self-approval' });
      expect(await problemOf(approve((await upTo('899.99')).api))).toMatchObject(above('finance.journal-entry.approve', '899.99'));
      const key = newId();
      const posted = await approve(chief.api, key);
      expect(posted).toMatchObject({ state: 'posted', decidedBy: chief.accountId });
      expect(await approve(chief.api, key)).toEqual(posted);
      expect(await company.api.get(`/v1/journal-entries/${posted.journalEntryId}`)).toMatchObject({ description: 'New desks', source: 'manual' });
      expect(await problemOf(approve((await upTo('9000.00')).api))).toMatchObject({ status: 409, code: 'entry-decided' });
      expect(await company.count('/v1/journal-entries')).toBe(before + 1);
    });

    it('let two who approve at once post it once', async () => {
      const { pendingEntryId } = await clerk.api.post<Pending>('/v1/pending-entries', entry('800.00', 'Race'));
      const approvers = await Promise.all(Array.from({ length: 4 }, () => upTo('800.00')));
      const outcomes = await Promise.allSettled(approvers.map(({ api }) => api.post(`/v1/pending-entries/${pendingEntryId}/approval`, undefined)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { data } = await company.api.get<Page<object>>('/v1/journal-entries?filter[description]=Race');
      expect(data).toHaveLength(1);
    });

    it('keep what was rejected with its reason, and refuse at once what nobody could post', async () => {
      const { pendingEntryId } = await clerk.api.post<Pending>('/v1/pending-entries', entry('700.00', 'Twice'));
      const path = `/v1/pending-entries/${pendingEntryId}`;
      await chief.api.post(`${path}/rejection`, { reason: 'Paid in May already' });
      expect(await clerk.api.get<Pending>(path)).toMatchObject({ state: 'rejected', rejectReason: 'Paid in May already' });
      const { data } = await clerk.api.get<Page<Pending>>('/v1/pending-entries?state=rejected');
      expect(data.map((each) => each.pendingEntryId)).toEqual([pendingEntryId]);
      expect(await problemOf(chief.api.post(`${path}/approval`, undefined))).toMatchObject({ status: 409, code: 'entry-decided' });
      const lines = [
        { account: '6900', debit: '7.00' },
        { account: '1000', credit: '8.00' },
      ];
      expect(await problemOf(clerk.api.post('/v1/pending-entries', { description: 'Slip', lines }))).toMatchObject({ status: 422, code: 'entry-unbalanced' });
    });

    it('are held by money that goes out, and by what is given up or allowed', async () => {
      const customerId = await company.customer();
      const { paymentId } = await company.post<{ paymentId: string }>('/v1/payments', { customerId, amount: '1200.00', allocations: [] });
      const refund = (amount: string) => clerk.api.post(`/v1/payments/${paymentId}/refunds`, { amount });
      expect(await problemOf(refund('500.01'))).toMatchObject(above('finance.payment.refund', '500'));
      expect(await problemOf(clerk.api.post(`/v1/payments/${paymentId}/refunds`, {}))).toMatchObject(above('finance.payment.refund', '500'));
      await refund('500.00');
      const debt = (amount: string) => clerk.api.post('/v1/bad-debts', { customerId, amount, reason: 'Gone' });
      expect(await problemOf(debt('-500.01'))).toMatchObject(above('finance.receivable.write-off', '500'));
      const settle = (amount: string) =>
        clerk.api.post('/v1/liability-settlements', { kind: 'tax', periodStartsOn: company.today, periodEndsOn: company.today, amount });
      expect(await problemOf(settle('500.01'))).toMatchObject(above('finance.liability.settle', '500'));
      await settle('500.00');
      const allow = (body: object, by = clerk.api) => by.call('PUT', `/v1/credit-limits/${customerId}`, { body, headers: ANY });
      await allow({ creditLimit: '400.00' });
      await allow({ creditLimit: '500.00' });
      for (const body of [{ creditLimit: '500.01' }, {}]) expect(await problemOf(allow(body))).toMatchObject(above('finance.credit-limit.set', '500'));
      await allow({ creditLimit: '2000.00' }, company.api);
      await allow({ creditLimit: '1500.00' }); // Less than before needs nobody's approval.
    });

    it('are held by a payroll run, by what it pays out', async () => {
      const month = company.today.slice(0, 7);
      const { employeeId } = await company.post<{ employeeId: string }>('/v1/employees', { name: 'Robin Hall' });
      await company.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '3000.00' });
      await company.post('/v1/payroll-rules', { validFrom: `${month}-01`, taxRate: '0.2', employeeSocialRate: '0.1', employerSocialRate: '0.1' });
      const { payrollRunId } = await company.post<{ payrollRunId: string }>('/v1/payroll-runs', { month });
      const approve = async (approvalLimit: string) =>
        (await upTo(approvalLimit, 'hr')).api.post(`/v1/payroll-runs/${payrollRunId}/approval`, undefined, { headers: WAIT });
      expect(await problemOf(approve('2099.99'))).toMatchObject(above('hr.payroll-run.approve', '2099.99'));
      expect(await approve('2100.00')).toMatchObject({ state: 'posted', netTotal: '2100.00' });
      expect(await problemOf(chief.api.post('/v1/payroll-payments', { payrollRunId }))).toMatchObject(above('finance.payroll.pay', '1000'));
    });

    it('go as far as the widest of all roles, and end the sessions that stood in older tokens when they change', async () => {
      const both = await person({ role: 'accountant', limits: { approvalLimit: '10.00' } }, { role: 'administrator', limits: { approvalLimit: '20.00' } });
      await both.api.post('/v1/journal-entries', entry('20.00'));
      expect(await problemOf(both.api.post('/v1/journal-entries', entry('20.01')))).toMatchObject(above('finance.journal-entry.post', '20'));
      const memberships = [membershipOf({ role: 'accountant' })];
      await suite.administrator.call('PUT', `/v1/users/${both.accountId}/memberships`, { body: { memberships }, headers: ANY });
      const { data } = await suite.administrator.get<Page<{ accountId: string; memberships: object[] }>>(`/v1/users?filter[accountId]=${both.accountId}`);
      expect(data[0]!.memberships).toEqual(memberships);
      await eventually(() => both.api.post('/v1/journal-entries', entry('20.01')), 60_000); // With a token of its new limits: none.
    });
  });

  describe('of place', () => {
    type Warehouse = Readonly<{ warehouseId: string; code: string; stockLocationId: string }>;
    let main: Warehouse;
    let north: Warehouse;
    let keeper: Person;

    beforeAll(async () => {
      north = await company.post<Warehouse>('/v1/warehouses', { code: 'NORTH', name: 'North' });
      main = (await company.api.get<Warehouse[]>('/v1/warehouses')).find(({ warehouseId }) => warehouseId !== north.warehouseId)!;
      await company.post('/v1/receipts', { kind: 'purchase', warehouseId: north.warehouseId, lines: [{ sku: 'MUG', quantity: '5', unitCost: '2.00' }] });
      keeper = await person({ role: 'warehouse', limits: { warehouses: [north.warehouseId] } });
      const customerId = await company.customer();
      await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    });

    it('close every write to other warehouses, and open those to their own', async () => {
      const lines = [{ sku: 'MUG', quantity: '1', unitCost: '2.00' }];
      const moved = [{ sku: 'MUG', quantity: '1' }];
      const write = (path: string, body: object) => keeper.api.post(path, body);
      const refused = { status: 403, code: 'warehouse-not-yours' };
      const ends = (from: Warehouse, to: Warehouse) => ({ fromLocationId: from.stockLocationId, toLocationId: to.stockLocationId, lines: moved });
      for (const [path, body] of [
        ['/v1/receipts', { kind: 'purchase', lines }],
        ['/v1/receipts', { kind: 'purchase', warehouseId: main.warehouseId, lines }],
        ['/v1/stock-adjustments', { reason: 'Found', lines: moved }],
        ['/v1/stock-adjustments', { reason: 'Found', warehouseId: main.warehouseId, lines: moved }],
        ['/v1/stock-adjustments', { reason: 'Found', locationId: main.stockLocationId, lines: moved }],
        ['/v1/stock-transfers', ends(north, main)],
        ['/v1/stock-transfers', ends(main, north)],
        ['/v1/locations', { warehouseId: main.warehouseId, code: 'BACK', kind: 'storage' }],
        ['/v1/warehouses', { code: 'EAST', name: 'East' }],
      ] as const) {
        expect([path, body, await problemOf(write(path, body))]).toEqual([path, body, expect.objectContaining(refused)]);
      }
      const { results } = await keeper.api.post<{ results: { status: number }[] }>('/v1/receipts/bulk', {
        receipts: [
          { kind: 'purchase', lines },
          { kind: 'purchase', warehouseId: north.warehouseId, lines },
        ],
      });
      expect(results.map(({ status }) => status)).toEqual([403, 201]);
      await write('/v1/stock-adjustments', { reason: 'Broken', warehouseId: north.warehouseId, lines: [{ sku: 'MUG', quantity: '-1' }] });
      const { locationId } = await keeper.api.post<{ locationId: string }>('/v1/locations', { warehouseId: north.warehouseId, code: 'BACK', kind: 'storage' });
      await write('/v1/stock-transfers', { fromLocationId: north.stockLocationId, toLocationId: locationId, lines: moved });
    });

    it('show stock, moves, shipments and totals of those warehouses alone', async () => {
      const { data: stock } = await keeper.api.get<Page<{ locationId: string }>>('/v1/stock?expand=location.warehouse');
      expect(stock.length).toBe(2);
      for (const path of ['/v1/stock', '/v1/stock?asOf=' + company.today, '/v1/stock-moves', '/v1/shipments', '/v1/warehouses', '/v1/locations']) {
        const text = JSON.stringify(await keeper.api.get(path));
        expect([path, text.includes(main.warehouseId), text.includes(main.stockLocationId)]).toEqual([path, false, false]);
      }
      expect((await keeper.api.get<Page<object>>('/v1/shipments')).data).toEqual([]);
      expect((await company.api.get<Page<object>>('/v1/shipments')).data).toHaveLength(1);
      expect((await keeper.api.get<Warehouse[]>('/v1/warehouses')).map(({ code }) => code)).toEqual(['NORTH']);
      expect(await keeper.api.get('/v1/stock-summary')).toMatchObject({ onHand: '5', value: '10.00', adjustments: { documents: 1 } });
      expect(await company.api.get('/v1/stock-summary')).toMatchObject({ onHand: '14' });
      const named = await keeper.api.get<Page<object>>(`/v1/stock?locationId=${main.stockLocationId}`);
      expect(named.data).toEqual([]);
    });

    it('leave the trail to who has none', async () => {
      const chief = await person({ role: 'administrator', limits: { warehouses: [north.warehouseId] } });
      expect(await problemOf(chief.api.get('/v1/operations/inventory/audit-trail'))).toMatchObject({ status: 403, code: 'limits-apply' });
      const query = new URLSearchParams({ companyId: company.companyId, operation: 'GET /v1/operations/inventory/audit-trail' });
      expect(await suite.administrator.get(`/v1/users/${chief.accountId}/access?${query}`)).toMatchObject([{ allowed: false, refusal: 'limits-apply' }]);
    });
  });

  describe('of person', () => {
    type Employee = Readonly<{ employeeId: string; name: string; subject?: string }>;
    let anna: Employee;
    let worker: Person;

    beforeAll(async () => {
      const month = company.today.slice(0, 7);
      anna = await company.post<Employee>('/v1/employees', { name: 'Anna' });
      await company.post(`/v1/employees/${anna.employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '1000.00' });
      worker = await person({ role: 'employee', limits: { ownRecordsOnly: true } });
      await company.post('/v1/payroll-runs', { month }); // A draft with the payslip of Anna; that of Robin is approved.
    });

    const link = (subject: string | null, employeeId = anna.employeeId) =>
      company.api.call<Employee>('PUT', `/v1/employees/${employeeId}/account`, { body: { subject }, headers: ANY });

    it('show nothing before anybody is linked, and then the own records and no others', async () => {
      const read = async <T>(path: string) => (await worker.api.get<Page<T>>(path)).data;
      const { data: everybody } = await company.api.get<Page<Employee>>('/v1/employees');
      const robin = everybody.find(({ name }) => name === 'Robin Hall')!;
      expect([await read('/v1/employees'), await read('/v1/payslips')]).toEqual([[], []]);
      await link(worker.accountId);
      expect((await read<Employee>('/v1/employees')).map(({ name }) => name)).toEqual(['Anna']);
      expect(await read(`/v1/employees?filter[employeeId]=${robin.employeeId}`)).toEqual([]);
      expect(await worker.api.get(`/v1/employees/${anna.employeeId}/contracts`)).toMatchObject([{ monthlyGross: '1000.00' }]);
      expect(await problemOf(worker.api.get(`/v1/employees/${robin.employeeId}/contracts`))).toMatchObject({ status: 404, code: 'not-found' });
      expect(await read('/v1/payslips')).toEqual([]); // Hers stands in a draft.
      await link(null);
      await link(worker.accountId, robin.employeeId);
      const slips = await read<{ employeeId: string; employee: Employee }>('/v1/payslips?expand=employee');
      expect(slips.map((each) => [each.employeeId, each.employee.name])).toEqual([[robin.employeeId, 'Robin Hall']]);
      expect((await company.api.get<Page<object>>('/v1/payslips')).data).toHaveLength(1);
    });

    it('are one account for one person', async () => {
      expect(await problemOf(link(worker.accountId))).toMatchObject({ status: 409, code: 'subject-taken' });
      const officer = await person({ role: 'hr' });
      const own = officer.api.call('PUT', `/v1/employees/${anna.employeeId}/account`, { body: { subject: officer.accountId }, headers: ANY });
      expect(await problemOf(own)).toMatchObject({ status: 409, code: 'own-account' });
    });

    it('open nothing else, and change nothing', async () => {
      const limited = await person({ role: 'hr', limits: { ownRecordsOnly: true } });
      for (const call of [
        () => limited.api.get('/v1/payroll-runs'),
        () => limited.api.post('/v1/employees', { name: 'Carl' }),
        () => limited.api.call('PATCH', `/v1/employees/${anna.employeeId}`, { body: { name: 'Me' }, headers: ANY }),
        () => limited.api.call('PUT', `/v1/employees/${anna.employeeId}/account`, { body: { subject: limited.accountId }, headers: ANY }),
      ])
        expect(await problemOf(call())).toMatchObject({ status: 403, code: 'own-records-only' });
      expect(await limited.api.get('/v1/employees')).toEqual({ data: [] });
    });
  });

  it('are told by who asks why', async () => {
    const clerk = await upTo('500.00');
    const ask = (operation: string) =>
      suite.administrator.get<object[]>(`/v1/users/${clerk.accountId}/access?${new URLSearchParams({ companyId: company.companyId, operation })}`);
    const grantedBy = [membershipOf({ role: 'accountant', limits: { approvalLimit: '500.00' } })];
    expect(await ask('POST /v1/journal-entries')).toMatchObject([{ allowed: true, grantedBy, limits: { approvalLimit: '500' } }]);
    const [shown] = await ask('GET /v1/journal-entries');
    expect(shown).toMatchObject({ allowed: true, grantedBy });
    expect(shown).not.toHaveProperty('limits');
  });

  it('are given by nobody who reaches less far, and to no role of all companies', async () => {
    const boss = await person({ role: 'administrator', limits: { approvalLimit: '1000.00' } });
    const give = (by: ApiClient, ...memberships: object[]) =>
      by.post('/v1/users', { email: `${newId()}@example.com`, name: 'Somebody', password: newId(), memberships });
    const role = { companyId: company.companyId, role: 'accountant' };
    await give(boss.api, { ...role, limits: { approvalLimit: '1000.00' } });
    for (const limits of [undefined, { approvalLimit: '1000.01' }, { ownRecordsOnly: true }])
      expect(await problemOf(give(boss.api, { ...role, limits }))).toMatchObject({ status: 403, code: 'role-not-held' });
    expect(await problemOf(give(suite.administrator, { role: 'accountant', limits: { approvalLimit: '5.00' } }))).toMatchObject({
      status: 422,
      code: 'limits-without-company',
    });
  });

  it('left the books as they should be', async () => {
    await expectCleanAudit(suite);
  });
});
