import { groupBy, type LocalDate, Money, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Employee } from '../domain/employee.js';
import { EmployeeContracts } from '../domain/employee-contracts.js';
import { EmploymentContract } from '../domain/employment-contract.js';
import { EmployeeRepository } from './employee.repository.js';
import { lockPay } from './pay-lock.js';

export const EmploymentContractSchema = defineEntity({
  class: EmploymentContract,
  tableName: 'employment_contract',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    validFrom: p.date().$type<LocalDate>(),
    validTo: p.date().$type<LocalDate>().nullable(),
    revoked: p.boolean(),
    monthlyGross: p.type(AmountType),
    currency: p.text(),
    costCentre: p.text().nullable(),
    version: p.integer(),
  },
});

const CONTRACTS = statement('select * from employment_contract where company_id = $1 and employee_id = any($2::uuid[]) order by valid_from, id');
const EMPLOYED = statement('select 1 from employee where company_id = $1 and id = $2 and ($3::text is null or subject = $3)');
const PAID = statement(`
  select s.employee_id, s.period_starts_on as month, r.currency, sum(s.gross) as paid from payslip s
  join payroll_run r on r.company_id = s.company_id and r.id = s.run_id and r.state <> 'discarded'
  where s.company_id = $1 and s.employee_id = any($2::uuid[]) group by 1, 2, 3 order by 1, 2`);

type PaidRow = Readonly<{ employee_id: string; month: LocalDate; currency: string; paid: string }>;

/** Employees whose contracts may change, with all contracts of each. */
export type Staff = Readonly<{ employees: ReadonlyMap<string, Employee>; contracts: ReadonlyMap<string, EmployeeContracts> }>;

@Injectable()
export class ContractRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly employees: EmployeeRepository,
  ) {}

  /** Locks pay, then employees, whose lock guards their contracts; what changed is written before the commit. */
  async lock(tx: UnitOfWork, companyId: string, employeeIds: readonly string[]): Promise<Staff> {
    lockPay(tx, companyId);
    const ids = arrayLiteral(unique(employeeIds), false);
    const [employees, contractRows, paidRows] = await Promise.all([
      this.employees.lock(tx, companyId, employeeIds),
      tx.query<Record<string, unknown>>(CONTRACTS, [companyId, ids]),
      tx.query<PaidRow>(PAID, [companyId, ids]),
    ]);
    const contracts = contractRows.map((row) => tx.table(EmploymentContract).read(row));
    const before = new Map(contracts.map((contract) => [contract, contract.version]));
    tx.beforeCommit(() => {
      const changed = contracts.filter((contract) => contract.version !== before.get(contract));
      tx.table(EmploymentContract).update(tx, changed, 'validTo', 'revoked', 'version');
    });
    const [contractsOf, paidOf] = [groupBy(contracts, (each) => each.employeeId), groupBy(paidRows, (row) => row.employee_id)];
    const book = (id: string) => {
      const paid = (paidOf.get(id) ?? []).map((row): [LocalDate, Money] => [row.month, Money.of(row.paid, row.currency)]);
      return new EmployeeContracts(contractsOf.get(id) ?? [], new Map(paid));
    };
    return { employees, contracts: new Map([...employees.keys()].map((id) => [id, book(id)])) };
  }

  /**
   * Contracts of an employee, oldest first; undefined when the company has no such employee.
   *
   * @param subject Who must be this employee, if anybody.
   */
  list(companyId: string, employeeId: string, subject?: string): Promise<EmploymentContract[] | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [employed, contracts] = await Promise.all([
        tx.query(EMPLOYED, [companyId, employeeId, subject ?? null]),
        tx.query<Record<string, unknown>>(CONTRACTS, [companyId, arrayLiteral([employeeId], false)]),
      ]);
      return employed.length === 0 ? undefined : contracts.map((row) => tx.table(EmploymentContract).read(row));
    });
  }
}
