import { indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { EmploymentContract } from '../domain/employment-contract.js';
import { PayrollRun, type PayrollState } from '../domain/payroll-run.js';
import { Payslip } from '../domain/payslip.js';

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
    paidOn: p.date().$type<LocalDate>().nullable(),
    createdAt: p.datetime(),
    version: p.integer(),
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

const UNPAID_CONTRACTS = statement(`
  select c.* from employment_contract c
  where c.company_id = $1 and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to >= $2::date)
    and not exists (select from payslip s where s.company_id = c.company_id and s.employee_id = c.employee_id and s.period_starts_on = $2)
  order by c.employee_id, c.valid_from`);
const LOCK_COMPANY = statement(`select pg_advisory_xact_lock(7301004, hashtext($1::text))`);
const LOCK = statement('select * from payroll_run where company_id = $1 and id = any($2::uuid[]) order by id for update');
const BY_ID = statement('select * from payroll_run where company_id = $1 and id = $2');
const LIST = statement('select * from payroll_run where company_id = $1 and id < $2::uuid order by id desc limit $3');
const PAYSLIPS = statement('select * from payslip where company_id = $1 and run_id = $2 and id > $3::uuid order by id limit $4');

@Injectable()
export class PayrollRunRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Contracts in a month of those who have no payslip for it; one run of a company at a time looks. */
  async contractsToPay(tx: UnitOfWork, companyId: string, startsOn: LocalDate, endsOn: LocalDate): Promise<EmploymentContract[]> {
    tx.send(LOCK_COMPANY, [companyId]);
    const rows = await tx.query<Record<string, unknown>>(UNPAID_CONTRACTS, [companyId, startsOn, endsOn]);
    return rows.map((row) => tx.table(EmploymentContract).read(row));
  }

  /** Runs to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PayrollRun>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]);
    const runs = rows.map((row) => tx.table(PayrollRun).read(row));
    const before = new Map(runs.map((run) => [run, run.state]));
    tx.beforeCommit(() => {
      const changed = runs.filter((run) => run.state !== before.get(run));
      for (const run of changed) {
        run.version += 1;
        tx.touch(run.id);
      }
      tx.table(PayrollRun).update(tx, changed, 'state', 'approvedBy', 'paidOn', 'version');
    });
    return indexBy(runs, (run) => run.id);
  }

  async byId(companyId: string, id: string): Promise<PayrollRun | undefined> {
    return (await this.select(PayrollRun, BY_ID, [companyId, id]))[0];
  }

  list(companyId: string, beforeId: string, limit: number): Promise<PayrollRun[]> {
    return this.select(PayrollRun, LIST, [companyId, beforeId, limit]);
  }

  payslips(companyId: string, runId: string, afterId: string, limit: number): Promise<Payslip[]> {
    return this.select(Payslip, PAYSLIPS, [companyId, runId, afterId, limit]);
  }

  private select<T extends object>(kind: abstract new () => T, query: typeof LIST, values: readonly unknown[]): Promise<T[]> {
    return this.database.transaction(String(values[0]), async (tx) =>
      (await tx.query<Record<string, unknown>>(query, values)).map((row) => tx.table(kind).read(row)),
    );
  }
}
