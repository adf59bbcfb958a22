import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Run = Readonly<{ payrollRunId: string; state: string; payslipCount: number; grossTotal: string; netTotal: string }>;

describe('payroll', () => {
  const suite = new Suite();
  let company: Company;
  let month: string;
  let run: Run;

  beforeAll(async () => {
    company = await Company.found(suite, 'Wages');
    month = company.today.slice(0, 7);
    for (const [name, monthlyGross] of [
      ['Robin Hall', '2600.00'],
      ['Sam Okoro', '3150.00'],
    ] as const) {
      const { employeeId } = await company.post<{ employeeId: string }>('/v1/employees', { name });
      await company.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross });
    }
    await company.post('/v1/payroll-rules', { validFrom: `${month}-01`, taxRate: '0.18', employeeSocialRate: '0.08', employerSocialRate: '0.12' });
    run = await company.post<Run>('/v1/payroll-runs', { month });
  });

  it('makes one payslip for each contract, and none when it is run again', async () => {
    expect(run).toMatchObject({ state: 'draft', payslipCount: 2, grossTotal: '5750.00', netTotal: '4255.00' });
    expect(await problemOf(company.post('/v1/payroll-runs', { month }))).toMatchObject({ status: 409, code: 'payroll-complete' });
    expect(await company.count(`/v1/payroll-runs/${run.payrollRunId}/payslips`)).toBe(2);
  });

  it('is approved, posted to the ledger and paid', async () => {
    const path = `/v1/payroll-runs/${run.payrollRunId}`;
    expect(await company.post<Run>(`${path}/approval?until=posted`, undefined, { headers: WAIT })).toMatchObject({ state: 'posted' });
    await company.post('/v1/payroll-payments', { payrollRunId: run.payrollRunId });
    await eventually(async () => expect(await company.api.get<Run>(path)).toMatchObject({ state: 'paid' }));
    expect(await company.balances()).toEqual({
      Bank: '-4255.00',
      'Payroll tax payable': '-1035.00',
      'Social insurance payable': '-1150.00',
      'Wages and salaries': '5750.00',
      'Employer social insurance': '690.00',
    });
    expect(await problemOf(company.post('/v1/payroll-payments', { payrollRunId: run.payrollRunId }))).toMatchObject({ status: 409, code: 'payroll-run-paid' });
    await expectCleanAudit(suite);
  });

  it('stands on the cost centres of three people and more, and the rest on none', async () => {
    const other = await Company.found(suite, 'Cost centres');
    for (const costCentre of ['SHOP', 'SHOP', 'SHOP', 'YARD', 'YARD', 'YARD', 'YARD', 'DESK', 'DESK', 'DESK']) {
      const { employeeId } = await other.post<{ employeeId: string }>('/v1/employees', { name: costCentre });
      await other.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '1000.00', costCentre });
    }
    const { employeeId } = await other.post<{ employeeId: string }>('/v1/employees', { name: 'Robin Hall' });
    await other.post(`/v1/employees/${employeeId}/contracts`, { validFrom: `${month}-01`, monthlyGross: '9000.00', costCentre: 'HEAD' });
    const { payrollRunId } = await other.post<Run>('/v1/payroll-runs', { month });
    await other.post(`/v1/payroll-runs/${payrollRunId}/approval?until=posted`, undefined, { headers: WAIT });
    const { data } = await other.api.get<{ data: { journalEntryId: string }[] }>('/v1/journal-entries?journal=WAG');
    const { lines } = await other.api.get<{ lines: { costCentre?: string; debit: string }[] }>(`/v1/journal-entries/${data[0]!.journalEntryId}`);
    const wages = lines.filter(({ debit }) => Number(debit) >= 1_000).map(({ costCentre, debit }) => [costCentre, debit]);
    expect(wages).toEqual([
      ['SHOP', '3000.00'],
      ['YARD', '4000.00'],
      [undefined, '12000.00'], // Robin alone would show: so with those of the desk.
    ]);
    await expectCleanAudit(suite);
  });
});
