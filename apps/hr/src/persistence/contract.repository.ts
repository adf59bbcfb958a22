import { type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { EmploymentContract } from '../domain/employment-contract.js';

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

const CONTRACTS = statement('select * from employment_contract where company_id = $1 and employee_id = any($2::uuid[]) order by valid_from');

@Injectable()
export class ContractRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The contracts of employees that are locked. */
  async of(tx: UnitOfWork, companyId: string, employeeIds: readonly string[]): Promise<EmploymentContract[]> {
    const rows = await tx.query<Record<string, unknown>>(CONTRACTS, [companyId, arrayLiteral(unique(employeeIds), false)]);
    return rows.map((row) => tx.table(EmploymentContract).read(row));
  }

  list(companyId: string, employeeId: string): Promise<EmploymentContract[]> {
    return this.database.transaction(companyId, async (tx) =>
      (await tx.query<Record<string, unknown>>(CONTRACTS, [companyId, arrayLiteral([employeeId], false)])).map((row) => tx.table(EmploymentContract).read(row)),
    );
  }
}
