import { Decimal, groupBy, indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, type Statement, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CostCentreTotal } from '../domain/cost-centre-totals.js';
import { EmploymentContract } from '../domain/employment-contract.js';
import { PayrollRun, type PayrollState } from '../domain/payroll-run.js';
import { type DueContract, Payslip, PayslipLine } from '../domain/payslip.js';
import { lockPay } from './pay-lock.js';

export const PayrollRunSchema = defineEntity({
  class: PayrollRun,
  tableName: 'payroll_run',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    periodStartsOn: p.date().$type<LocalDate>(),
    periodEndsOn: p.date().$type<LocalDate>(),
    state: p.text().$type<PayrollState>(),
    currency: p.text(),
    payslipCount: p.integer(),
    grossTotal: p.type(AmountType),
    taxTotal: p.type(AmountType),
    employeeSocialTotal: p.type(AmountType),
    employerSocialTotal: p.type(AmountType),
    netTotal: p.type(AmountType),
    createdBy: p.text(),
    approvedBy: p.text().nullable(),
    discardedBy: p.text().nullable(),
    discardReason: p.text().nullable(),
    paidOn: p.date().$type<LocalDate>().nullable(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

export const CostCentreTotalSchema = defineEntity({
  class: CostCentreTotal,
  tableName: 'payroll_run_cost_centre',
  properties: {
    companyId: p.uuid().primary(),
    runId: p.uuid().primary(),
    costCentre: p.text().primary(),
    people: p.integer(),
    grossTotal: p.type(AmountType),
    employerSocialTotal: p.type(AmountType),
  },
});

export const PayslipSchema = defineEntity({
  class: Payslip,
  tableName: 'payslip',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    runId: p.uuid(),
    employeeId: p.uuid(),
    periodStartsOn: p.date().$type<LocalDate>(),
    gross: p.type(AmountType),
    tax: p.type(AmountType),
    employeeSocial: p.type(AmountType),
    employerSocial: p.type(AmountType),
    net: p.type(AmountType),
  },
});

export const PayslipLineSchema = defineEntity({
  class: PayslipLine,
  tableName: 'payslip_line',
  properties: {
    companyId: p.uuid().primary(),
    payslipId: p.uuid().primary(),
    contractId: p.uuid().primary(),
    periodStartsOn: p.date().$type<LocalDate>(),
    part: p.integer(),
    gross: p.type(AmountType),
    costCentre: p.text().nullable(),
  },
});

const DUE = statement(`
  select c.*, m.starts_on as month, coalesce(p.gross, 0) as paid, coalesce(p.parts, 0) as parts
  from unnest($2::date[]) as m(starts_on)
  join employment_contract c on c.company_id = $1
  join employee e on e.company_id = c.company_id and e.id = c.employee_id
  left join (
    select l.contract_id, l.period_starts_on, sum(l.gross) filter (where r.state <> 'discarded') as gross, max(l.part) as parts from payslip_line l
    join payslip s on s.company_id = l.company_id and s.id = l.payslip_id
    join payroll_run r on r.company_id = s.company_id and r.id = s.run_id
    where l.company_id = $1 and l.period_starts_on = any($2::date[]) group by 1, 2
  ) p on p.contract_id = c.id and p.period_starts_on = m.starts_on
  where p.gross <> 0 or (c.valid_from < m.starts_on + interval '1 month' and coalesce(c.valid_to >= m.starts_on, e.active) and not c.revoked)
  order by c.employee_id, c.valid_from, c.id`);
const LOCK = statement('select * from payroll_run where company_id = $1 and id = any($2::uuid[]) order by id for update');
const COST_CENTRES = statement('select * from payroll_run_cost_centre where company_id = $1 and run_id = any($2::uuid[]) order by run_id, cost_centre');
const BY_ID = statement('select * from payroll_run where company_id = $1 and id = $2');

type DueRow = Record<string, unknown> & Readonly<{ month: LocalDate; paid: string; parts: number }>;

@Injectable()
export class PayrollRunRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * The contracts that cover or were paid for each of some months, by its first day; one run of a company at a time looks.
   * Who was deactivated while a contract could still stay open has it here once its last day is told.
   */
  async due(tx: UnitOfWork, companyId: string, months: readonly LocalDate[]): Promise<ReadonlyMap<LocalDate, DueContract[]>> {
    lockPay(tx, companyId);
    const rows = await tx.query<DueRow>(DUE, [companyId, arrayLiteral(unique(months), false)]);
    const due = rows.map((row) => ({ month: row.month, contract: tx.table(EmploymentContract).read(row), paid: new Decimal(row.paid), parts: row.parts }));
    return groupBy(due, ({ month }) => month);
  }

  /** Runs to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PayrollRun>> {
    const values = [companyId, arrayLiteral(unique(ids), false)];
    const [rows, centreRows] = await Promise.all([tx.query<Record<string, unknown>>(LOCK, values), tx.query<Record<string, unknown>>(COST_CENTRES, values)]);
    const centres = groupBy(
      centreRows.map((row) => tx.table(CostCentreTotal).read(row)),
      ({ runId }) => runId,
    );
    const runs = rows.map((row) => Object.assign(tx.table(PayrollRun).read(row), { costCentres: centres.get(String(row.id)) ?? [] }));
    const before = new Map(runs.map((run) => [run, run.state]));
    tx.beforeCommit(() => {
      const changed = runs.filter((run) => run.state !== before.get(run));
      for (const run of changed) {
        run.version += 1;
        tx.touch(run.id);
      }
      tx.table(PayrollRun).update(tx, changed, 'state', 'approvedBy', 'discardedBy', 'discardReason', 'paidOn', 'version');
    });
    return indexBy(runs, (run) => run.id);
  }

  async byId(companyId: string, id: string): Promise<PayrollRun | undefined> {
    return (await this.select(PayrollRun, BY_ID, [companyId, id]))[0];
  }

  private select<T extends object>(kind: abstract new () => T, query: Statement, values: readonly unknown[]): Promise<T[]> {
    return this.database.transaction(String(values[0]), async (tx) =>
      (await tx.query<Record<string, unknown>>(query, values)).map((row) => tx.table(kind).read(row)),
    );
  }
}
