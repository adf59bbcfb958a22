import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Run = Readonly<{ payrollRunId: string; state: string; payslipCount: number; grossTotal: string; netTotal: string; discardReason?: string }>;
type Contract = Readonly<{ contractId: string; validFrom: string; validTo?: string; revoked: boolean }>;
type Payslip = Readonly<{ employeeId: string; gross: string; lines: readonly Readonly<{ contractId: string; gross: string }>[] }>;

/** June has 30 days; the rates that a company begins with are 15 % tax and 6.2 % each for insurance. */
const JUNE = '2026-06';
const JULY = '2026-07';

describe('pay when contracts change', () => {
  const suite = new Suite();
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Pay changes');
  });

  const hire = async (name: string) => (await company.post<{ employeeId: string }>('/v1/employees', { name })).employeeId;
  const sign = (employeeId: string, terms: object) => company.post<Contract>(`/v1/employees/${employeeId}/contracts`, terms);
  const end = (employeeId: string, contractId: string, endsOn: string) =>
    company.post<Contract>(`/v1/employees/${employeeId}/contracts/${contractId}/ending`, { endsOn });
  const change = (employeeId: string, body: object) => company.api.call('PATCH', `/v1/employees/${employeeId}`, { body, headers: { 'if-match': '*' } });
  const run = (month: string) => company.post<Run>('/v1/payroll-runs', { month });
  const approve = ({ payrollRunId }: Run) => company.post<Run>(`/v1/payroll-runs/${payrollRunId}/approval?until=posted`, undefined, { headers: WAIT });
  const discard = ({ payrollRunId }: Run, reason: string) => company.post<Run>(`/v1/payroll-runs/${payrollRunId}/discard`, { reason });
  const payslips = async ({ payrollRunId }: Run) =>
    (await company.api.get<{ data: Payslip[] }>(`/v1/payroll-runs/${payrollRunId}/payslips`)).data.map(({ lines }) => lines.map(({ gross }) => gross));

  it('pays the second half of a month when its contract is signed after the first half was paid', async () => {
    const robin = await hire('Robin Hall');
    const { contractId } = await sign(robin, { validFrom: '2026-06-01', validTo: '2026-06-15', monthlyGross: '3000.00' });
    const first = await run(JUNE);
    expect(await approve(first)).toMatchObject({ state: 'posted', grossTotal: '1500.00' });
    await sign(robin, { validFrom: '2026-06-16', validTo: '2026-06-30', monthlyGross: '3000.00' });
    const second = await run(JUNE);
    expect(await approve(second)).toMatchObject({ state: 'posted', payslipCount: 1, grossTotal: '1500.00' });
    expect(await problemOf(run(JUNE))).toMatchObject({ status: 409, code: 'payroll-complete' });
    expect(await problemOf(end(robin, contractId, '2026-06-14'))).toMatchObject({ status: 409, code: 'contract-paid' });
    expect(await company.balances()).toMatchObject({ 'Wages and salaries': '3000.00', 'Wages payable': '-2364.00' });
    await expectCleanAudit(suite);
  });

  it('pays what a raise adds to a month that was paid already', async () => {
    const sam = await hire('Sam Okoro');
    await sign(sam, { validFrom: '2026-06-01', monthlyGross: '3000.00' });
    await approve(await run(JUNE));
    expect(await problemOf(sign(sam, { validFrom: '2026-06-16', monthlyGross: '3600.00' }))).toMatchObject({ status: 409, code: 'contract-overlaps' });
    await sign(sam, { validFrom: '2026-06-16', monthlyGross: '3600.00', endsOpenContract: true });
    const difference = await run(JUNE);
    expect(await payslips(difference)).toEqual([['-1500.00', '1800.00']]);
    expect(await approve(difference)).toMatchObject({ state: 'posted', grossTotal: '300.00' });
    const contracts = await company.api.get<Contract[]>(`/v1/employees/${sam}/contracts`);
    expect(contracts.map(({ validTo }) => validTo)).toEqual(['2026-06-15', undefined]);
    await expectCleanAudit(suite);
  });

  it('makes a month anew when its draft was discarded, and never once it is approved', async () => {
    const draft = await run(JULY);
    expect(draft).toMatchObject({ state: 'draft', grossTotal: '3600.00' });
    expect(await discard(draft, 'A contract was missing')).toMatchObject({ state: 'discarded', discardReason: 'A contract was missing' });
    expect(await problemOf(approve(draft))).toMatchObject({ status: 409, code: 'payroll-run-discarded' });
    expect(await problemOf(discard(draft, 'Twice'))).toMatchObject({ status: 409, code: 'payroll-run-discarded' });
    const again = await run(JULY);
    expect(await approve(again)).toMatchObject({ state: 'posted', grossTotal: '3600.00' });
    expect(await problemOf(discard(again, 'Too late'))).toMatchObject({ status: 409, code: 'payroll-run-approved' });
    await expectCleanAudit(suite);
  });

  it('pays nothing after the last day of who has left', async () => {
    const kim = await hire('Kim Park');
    await sign(kim, { validFrom: '2026-07-01', monthlyGross: '3100.00' });
    for (const noDay of [{}, { endsOn: null }]) {
      expect(await problemOf(change(kim, { active: false, ...noDay }))).toMatchObject({ status: 409, code: 'contract-open' });
    }
    expect(await problemOf(change(kim, { endsOn: '2026-07-10' }))).toMatchObject({ status: 422, code: 'end-date-unexpected' });
    await change(kim, { active: false, endsOn: '2026-07-10' });
    expect(await problemOf(sign(kim, { validFrom: '2026-08-01', monthlyGross: '3100.00' }))).toMatchObject({ status: 409, code: 'employee-inactive' });
    expect(await approve(await run(JULY))).toMatchObject({ state: 'posted', grossTotal: '1000.00' });
    const august = await run('2026-08');
    expect(august).toMatchObject({ payslipCount: 1, grossTotal: '3600.00' }); // Sam's.
    await change(kim, { active: true });
    await sign(kim, { validFrom: '2026-08-01', monthlyGross: '3100.00' });
    expect(await run('2026-08')).toMatchObject({ payslipCount: 1, grossTotal: '3100.00' });
    await expectCleanAudit(suite);
  });

  it('has no day of a contract that was ended before it began', async () => {
    const alex = await hire('Alex Reid');
    const { contractId } = await sign(alex, { validFrom: '2026-09-01', monthlyGross: '2500.00' });
    expect(await end(alex, contractId, '2026-08-31')).toMatchObject({ validFrom: '2026-09-01', revoked: true });
    expect(await problemOf(end(alex, contractId, '2026-12-31'))).toMatchObject({ status: 409, code: 'contract-revoked' });
    await sign(alex, { validFrom: '2026-09-01', monthlyGross: '2600.00' });
    const { contractId: unknown } = await sign(await hire('Lou Berg'), { validFrom: '2026-10-01', monthlyGross: '2500.00' });
    expect(await problemOf(end(alex, unknown, '2026-12-31'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await run('2026-09')).toMatchObject({ payslipCount: 3, grossTotal: '9300.00' }); // Sam's, Kim's and this one.
    await expectCleanAudit(suite);
  });
});
