import { indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, PriceType, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CompanyCopy, Employee, EmploymentContract } from '../domain/employee.js';
import { PayrollRule, PayrollRun, type PayrollState, Payslip } from '../domain/payroll.js';

export const CompanyCopySchema = defineEntity({
  class: CompanyCopy,
  tableName: 'company_copy',
  properties: { companyId: p.uuid().primary(), country: p.text(), timeZone: p.text(), baseCurrency: p.text(), sequence: p.bigint('number') },
});

export const EmployeeSchema = defineEntity({
  class: Employee,
  tableName: 'employee',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text().nullable(),
    active: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

export const EmploymentContractSchema = defineEntity({
  class: EmploymentContract,
  tableName: 'employment_contract',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    validFrom: p.date().$type<LocalDate>(),
    validTo: p.date().$type<LocalDate>().nullable(),
    monthlyGross: p.type(AmountType),
    currency: p.text(),
    costCentre: p.text().nullable(),
  },
});

export const PayrollRuleSchema = defineEntity({
  class: PayrollRule,
  tableName: 'payroll_rule',
  properties: {
    companyId: p.uuid().primary(),
    validFrom: p.date().$type<LocalDate>().primary(),
    taxRate: p.type(PriceType),
    employeeSocialRate: p.type(PriceType),
    employerSocialRate: p.type(PriceType),
  },
});

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

const COMPANY = statement('select * from company_copy where company_id = $1');
const EMPLOYEES = statement('select * from employee where company_id = $1 and id = any($2::uuid[]) order by id for update');
const EMPLOYEE_LIST = statement('select * from employee where company_id = $1 and id > $2::uuid order by id limit $3');
const CONTRACTS = statement('select * from employment_contract where company_id = $1 and employee_id = any($2::uuid[]) order by valid_from');
const UNPAID_CONTRACTS = statement(`
  select c.* from employment_contract c
  where c.company_id = $1 and c.valid_from <= $3::date and (c.valid_to is null or c.valid_to >= $2::date)
    and not exists (select from payslip s where s.company_id = c.company_id and s.employee_id = c.employee_id and s.period_starts_on = $2)
  order by c.employee_id, c.valid_from`);
const RULE = statement('select * from payroll_rule where company_id = $1 and valid_from <= $2 order by valid_from desc limit 1');
const RULES = statement('select * from payroll_rule where company_id = $1 order by valid_from');
const LOCK_COMPANY = statement(`select pg_advisory_xact_lock(7301004, hashtext($1::text))`);
const LOCK_RUNS = statement('select * from payroll_run where company_id = $1 and id = any($2::uuid[]) order by id for update');
const RUN = statement('select * from payroll_run where company_id = $1 and id = $2');
const RUN_LIST = statement('select * from payroll_run where company_id = $1 and id < $2::uuid order by id desc limit $3');
const PAYSLIPS = statement('select * from payslip where company_id = $1 and run_id = $2 and id > $3::uuid order by id limit $4');

@Injectable()
export class HrRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async company(tx: UnitOfWork, companyId: string): Promise<CompanyCopy | undefined> {
    const [row] = await tx.query<Record<string, unknown>>(COMPANY, [companyId]);
    return row && tx.table(CompanyCopy).read(row);
  }

  /** Employees to be changed, written back before the commit. */
  async lockEmployees(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Employee>> {
    const rows = await tx.query<Record<string, unknown>>(EMPLOYEES, [companyId, arrayLiteral(unique(ids), false)]);
    const employees = rows.map((row) => tx.table(Employee).read(row));
    tx.beforeCommit(() => tx.table(Employee).update(tx, employees, 'name', 'email', 'active', 'version'));
    return indexBy(employees, (employee) => employee.id);
  }

  async contracts(tx: UnitOfWork, companyId: string, employeeIds: readonly string[]): Promise<EmploymentContract[]> {
    const rows = await tx.query<Record<string, unknown>>(CONTRACTS, [companyId, arrayLiteral(unique(employeeIds), false)]);
    return rows.map((row) => tx.table(EmploymentContract).read(row));
  }

  /** Contracts in a month of those who have no payslip for it; one run of a company at a time looks. */
  async contractsToPay(tx: UnitOfWork, companyId: string, startsOn: LocalDate, endsOn: LocalDate): Promise<EmploymentContract[]> {
    tx.send(LOCK_COMPANY, [companyId]);
    const rows = await tx.query<Record<string, unknown>>(UNPAID_CONTRACTS, [companyId, startsOn, endsOn]);
    return rows.map((row) => tx.table(EmploymentContract).read(row));
  }

  async ruleOn(tx: UnitOfWork, companyId: string, on: LocalDate): Promise<PayrollRule | undefined> {
    const [row] = await tx.query<Record<string, unknown>>(RULE, [companyId, on]);
    return row && tx.table(PayrollRule).read(row);
  }

  async rules(tx: UnitOfWork, companyId: string): Promise<PayrollRule[]> {
    return (await tx.query<Record<string, unknown>>(RULES, [companyId])).map((row) => tx.table(PayrollRule).read(row));
  }

  /** Runs to be changed, written back before the commit. */
  async lockRuns(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PayrollRun>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK_RUNS, [companyId, arrayLiteral(unique(ids), false)]);
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

  employees(companyId: string, afterId: string, limit: number): Promise<Employee[]> {
    return this.select(Employee, EMPLOYEE_LIST, [companyId, afterId, limit]);
  }

  contractsOf(companyId: string, employeeId: string): Promise<EmploymentContract[]> {
    return this.select(EmploymentContract, CONTRACTS, [companyId, arrayLiteral([employeeId], false)]);
  }

  async run(companyId: string, id: string): Promise<PayrollRun | undefined> {
    return (await this.select(PayrollRun, RUN, [companyId, id]))[0];
  }

  runs(companyId: string, beforeId: string, limit: number): Promise<PayrollRun[]> {
    return this.select(PayrollRun, RUN_LIST, [companyId, beforeId, limit]);
  }

  payslips(companyId: string, runId: string, afterId: string, limit: number): Promise<Payslip[]> {
    return this.select(Payslip, PAYSLIPS, [companyId, runId, afterId, limit]);
  }

  rulesOf(companyId: string): Promise<PayrollRule[]> {
    return this.select(PayrollRule, RULES, [companyId]);
  }

  private select<T extends object>(kind: abstract new () => T, query: typeof COMPANY, values: readonly unknown[]): Promise<T[]> {
    return this.database.transaction(String(values[0]), async (tx) =>
      (await tx.query<Record<string, unknown>>(query, values)).map((row) => tx.table(kind).read(row)),
    );
  }
}
