import { column, defineList, type ListRow, type PageQuery, refersTo } from '@millrace/chassis';
import { Decimal } from '@millrace/kernel';
import type { Database } from '@millrace/persistence';
import { PAYROLL_STATES, PayrollRun } from '../domain/payroll-run.js';
import { Payslip, PayslipLine } from '../domain/payslip.js';
import { EMPLOYEES } from '../views/employee.list.js';
import { showPayslip, showRun } from './payroll-run.view.js';
import { PayrollRunDto, PayslipDto, type PayslipsQuery } from './run-payroll.dto.js';

export const PAYROLL_RUNS = defineList({
  row: PayrollRunDto,
  permission: 'hr.payroll-run.view',
  from: 'payroll_run',
  columns: {
    payrollRunId: column.id('id'),
    periodStartsOn: column.date('period_starts_on'),
    periodEndsOn: column.date('period_ends_on'),
    state: column.choice('state', PAYROLL_STATES),
    currency: column.text('currency'),
    payslipCount: column.integer('payslip_count'),
    grossTotal: column.decimal('gross_total'),
    netTotal: column.decimal('net_total'),
    paidOn: column.optional(column.date('paid_on')),
  },
  order: '-payrollRunId',
  show: (row, database) => showRun(database.table(PayrollRun).read(row)),
});

type LineRow = Readonly<{ contractId: string; costCentre: string | null; gross: string }>;

const ALL = 'payslip s join payroll_run r on r.company_id = s.company_id and r.id = s.run_id';

const payslips = {
  row: PayslipDto,
  permission: 'hr.payslip.view',
  company: 's.company_id',
  select: `s.*, r.currency, (
    select coalesce(jsonb_agg(jsonb_build_object('contractId', l.contract_id, 'costCentre', l.cost_centre, 'gross', l.gross::text) order by l.contract_id), '[]')
    from payslip_line l where l.company_id = s.company_id and l.payslip_id = s.id) as lines`,
  columns: {
    payslipId: column.id('s.id'),
    payrollRunId: column.id('s.run_id'),
    employeeId: column.id('s.employee_id'),
    periodStartsOn: column.date('s.period_starts_on'),
    gross: column.decimal('s.gross'),
    tax: column.decimal('s.tax'),
    employeeSocial: column.decimal('s.employee_social'),
    employerSocial: column.decimal('s.employer_social'),
    net: column.decimal('s.net'),
  },
  references: { employee: refersTo(() => EMPLOYEES, 'employeeId') },
  show: showRow,
};

/** Those of one run, drafts too: for who makes and approves it. */
export const RUN_PAYSLIPS = defineList<PayslipDto, PageQuery & { payrollRunId: string }>({ ...payslips, from: ALL, order: 'payslipId' });

/** What people were paid, run by run: what may still be discarded is nobody's payslip yet. */
export const PAYSLIPS = defineList<PayslipDto, PayslipsQuery>({
  ...payslips,
  from: `${ALL} and r.state not in ('draft', 'discarded')`,
  limits: {
    ownRecordsOnly: (subject, { company, bind }) =>
      `s.employee_id = (select id from employee where company_id = ${company} and subject = ${bind(subject, 'text')})`,
  },
  order: '-payslipId',
});

function showRow(row: ListRow, database: Database): PayslipDto {
  const payslip = database.table(Payslip).read(row);
  payslip.lines = (row.lines as LineRow[]).map((line) => Object.assign(new PayslipLine(), line, { gross: new Decimal(line.gross) }));
  return showPayslip(payslip, String(row.currency));
}
