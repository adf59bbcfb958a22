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
});
