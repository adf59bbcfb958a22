import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Entry = Readonly<{ journalEntryId: string; postedOn: string; documentOn: string; fiscalYear: number }>;
type Run = Readonly<{ payrollRunId: string; state: string; netTotal: string }>;
type TaxRule = Readonly<{ taxRuleId: string; country: string; taxCategory: string; validFrom: string; validTo?: string; successorId?: string }>;
type TaxReport = Readonly<{ taxTotal: string; lines: readonly Readonly<{ taxCode: string; rate: string; hasRule: boolean; invoicedTax: string }>[] }>;

describe('record to report', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;
  let month: Readonly<{ periodStartsOn: string; periodEndsOn: string }>;

  beforeAll(async () => {
    company = await Company.found(suite, 'Books');
    await company.sells({ sku: 'MUG', onHand: '20', unitCost: '2.00', price: '5.00' });
    customerId = await company.customer();
    month = { periodStartsOn: `${company.today.slice(0, 7)}-01`, periodEndsOn: company.today };
  });

  const opening = (account: string, credit: string) =>
    company.post<Entry>('/v1/journal-entries', {
      kind: 'opening',
      description: 'Taken over',
      lines: [
        { account, credit },
        { account: '3900', debit: credit },
      ],
    });
  const settle = (kind: string, amount: string, fields: object = {}) =>
    company.post<{ number: string }>('/v1/liability-settlements', { kind, amount, ...month, ...fields });

  it('has an empty trial balance in its own currency', async () => {
    const fresh = await Company.found(suite, 'Fresh');
    await eventually(async () => expect(await fresh.api.get('/v1/trial-balance')).toEqual({ currency: 'GBP', debit: '0.00', credit: '0.00', lines: [] }));
    await expectCleanAudit(suite);
  });

  it('moves a role to another account of its kind, and history stays where it was', async () => {
    const account = (code: string, kind: string, control?: string) => company.post('/v1/ledger-accounts', { code, name: `Account ${code}`, kind, control });
    const assign = (role: string, code: string) => company.post('/v1/account-roles', { role, account: code });
    await company.order(customerId, { MUG: 1 }, { until: 'invoiced' });
    expect(await problemOf(assign('receivable', '1000'))).toMatchObject({ status: 422, code: 'account-unfit' });
    expect(await problemOf(assign('receivable', '9999'))).toMatchObject({ status: 422, code: 'account-unknown' });
    await account('1110', 'asset', 'receivable');
    await account('5010', 'expense');
    await account('2305', 'liability', 'wages');
    await Promise.all([assign('receivable', '1110'), assign('cost-of-goods-sold', '5010'), assign('wages-payable', '2305')]);
    expect(await problemOf(account('1110', 'asset'))).toMatchObject({ status: 409, code: 'account-exists' });
    const manual = {
      description: 'Slip',
      lines: [
        { account: '1110', debit: '1.00', partyId: customerId },
        { account: '1000', credit: '1.00' },
      ],
    };
    expect(await problemOf(company.post('/v1/journal-entries', manual))).toMatchObject({ status: 422, code: 'control-account' });

    const { invoices } = await company.order(customerId, { MUG: 2 }, { until: 'invoiced' });
    await company.pay(customerId, invoices[0]!);
    await eventually(async () =>
      expect(await company.balances()).toMatchObject({ 'Cost of goods sold': '2.00', 'Account 5010': '4.00', 'Trade receivables': '6.00' }),
    );
    await expectCleanAudit(suite);
  });

  it('settles sales tax for a time, once it was taken over or charged', async () => {
    await opening('2200', '100.00');
    expect(await settle('tax', '101.00')).toMatchObject({ number: expect.stringMatching(/^SET-/) as string });
    await settle('tax', '-1.00', { reference: 'paid too much' });
    expect(await problemOf(settle('tax', '0.00'))).toMatchObject({ status: 422, code: 'amount-zero' });
    expect(await problemOf(settle('tax', '1.00', { periodEndsOn: '2020-01-01' }))).toMatchObject({ status: 422, code: 'date-range' });
    expect(await problemOf(settle('tax', '1.00', { account: '1000' }))).toMatchObject({ status: 422, code: 'account-unfit' });
    expect(await company.count('/v1/liability-settlements?kind=tax')).toBe(2);
    await eventually(async () => expect(await company.balances()).toMatchObject({ 'Sales tax payable': '-3.00' }));
    await expectCleanAudit(suite);
  });

  it('pays what was withheld of wages, wages of before, and a run of which nothing is left', async () => {
    const { employeeId } = await company.post<{ employeeId: string }>('/v1/employees', { name: 'Robin Hall' });
    const from = `${company.today.slice(0, 7)}-01`;
    await company.post(`/v1/employees/${employeeId}/contracts`, { validFrom: from, monthlyGross: '1000.00' });
    await company.post('/v1/payroll-rules', { validFrom: from, taxRate: '0.6', employeeSocialRate: '0.4', employerSocialRate: '0.1' });
    const { payrollRunId } = await company.post<Run>('/v1/payroll-runs', { month: company.today.slice(0, 7) });
    expect(await company.post<Run>(`/v1/payroll-runs/${payrollRunId}/approval?until=posted`, undefined, { headers: WAIT })).toMatchObject({ netTotal: '0.00' });
    expect(await problemOf(company.post('/v1/payroll-payments', { payrollRunId }))).toMatchObject({ status: 409, code: 'payroll-run-paid' });

    await opening('2305', '70.00');
    await settle('payroll-tax', '600.00');
    await settle('social', '500.00');
    expect(await problemOf(settle('social', '1.00', { account: '2305' }))).toMatchObject({ status: 422, code: 'account-unfit' });
    expect(await problemOf(settle('wages', '70.01'))).toMatchObject({ status: 409, code: 'amount-exceeds-open', open: '70.00' });
    await settle('wages', '70.00');
    await eventually(async () =>
      expect(Object.keys(await company.balances())).not.toEqual(expect.arrayContaining([expect.stringMatching(/Payroll tax|Social/)])),
    );
    await expectCleanAudit(suite);
  });

  it('opens stock by a receipt, never by an entry', async () => {
    expect(await problemOf(opening('1300', '10.00'))).toMatchObject({ status: 422, code: 'opening-receipt-required' });
    await company.receives('MUG', '5', '2.10');
    await eventually(async () => expect(await company.balances()).toMatchObject({ 'Goods received, not invoiced': '-10.50' }));
    await expectCleanAudit(suite);
  });

  it('posts a fact between two fiscal years in its own', async () => {
    const { fiscalYear } = await company.post<{ fiscalYear: number }>('/v1/fiscal-years', { startsOn: '2010-01-01', endsOn: '2010-12-31' });
    expect(fiscalYear).toBe(2010);
    const { receiptId } = await company.post<{ receiptId: string }>('/v1/receipts', {
      kind: 'opening',
      receivedOn: '2011-01-03',
      lines: [{ sku: 'MUG', quantity: '1', unitCost: '2.00' }],
    });
    const entries = () => company.api.get<{ data: Entry[] }>(`/v1/journal-entries?sourceId=${receiptId}`);
    const posted = { postedOn: '2011-01-03', documentOn: '2011-01-03', fiscalYear: 2011 };
    await eventually(async () => expect((await entries()).data).toMatchObject([posted]));
    const periods = await company.api.get<{ fiscalYear: number }[]>('/v1/accounting-periods');
    expect(new Set(periods.map((each) => each.fiscalYear))).toEqual(new Set([2010, 2011, Number(company.today.slice(0, 4))]));
    await expectCleanAudit(suite);
  });

  it('changes a tax rate from a day on, and says what no rule fitted', async () => {
    const rules = () => company.api.get<TaxRule[]>('/v1/tax-rules');
    const standard = (all: readonly TaxRule[]) => all.filter((each) => each.country === 'GB' && each.taxCategory === 'standard');
    const rule = { country: 'GB', taxCategory: 'standard', validFrom: company.today, code: 'GB-S', name: 'VAT 25 %', rate: '0.25' };
    const { taxRuleId } = await company.post<TaxRule>('/v1/tax-rules', rule);
    expect(standard(await rules()).find((each) => each.successorId === taxRuleId)).toMatchObject({ validFrom: '2011-01-04' });
    expect(await problemOf(company.post('/v1/tax-rules', rule))).toMatchObject({ status: 409, code: 'tax-rule-overlaps' });
    expect((await company.order(customerId, { MUG: 1 }, { until: 'invoiced' })).invoices).toMatchObject([{ grossTotal: '6.25' }]);

    const end = (validTo: string) => company.post<TaxRule>(`/v1/tax-rules/${taxRuleId}/ending`, { validTo });
    expect(await problemOf(end('2011-01-04'))).toMatchObject({ status: 422, code: 'date-range' });
    expect(await end(company.today)).toMatchObject({ validTo: company.today });
    expect(await problemOf(end(company.today))).toMatchObject({ status: 409, code: 'tax-rule-ended' });

    const { lines } = await company.api.get<TaxReport>('/v1/tax-report');
    expect(lines).toMatchObject([
      { taxCode: 'GB-S', rate: '0.2', hasRule: true, invoicedTax: '3.00' },
      { taxCode: 'GB-S', rate: '0.25', hasRule: true, invoicedTax: '1.25' },
    ]);
    await expectCleanAudit(suite);
  });

  it('never calls a sale at home an export, and says that it was not taxed', async () => {
    const abroad = await Company.found(suite, 'Kiwi', 'NZ');
    await abroad.sells({ sku: 'MUG', onHand: '10', unitCost: '2.00', price: '5.00' });
    for (const country of ['NZ', 'AU']) {
      const { customerId: buyer } = await abroad.post<{ customerId: string }>('/v1/customers', { name: country, country });
      expect((await abroad.order(buyer, { MUG: 1 }, { until: 'invoiced' })).invoices).toMatchObject([{ grossTotal: '5.00' }]);
    }
    const { lines } = await abroad.api.get<TaxReport>('/v1/tax-report');
    expect(lines.map(({ taxCode, hasRule }) => [taxCode, hasRule])).toEqual([
      ['EXPORT', true],
      ['NONE', false],
    ]);
    await expectCleanAudit(suite);
  });
});
