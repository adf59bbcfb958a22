import { Clock, isStale, type LocalDate, type Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { CompanyCopy } from '../domain/company.js';
import { companyNotReady, endDateUnexpected, notFound, versionStale } from '../domain/refusals.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { ContractRepository, type Staff } from '../persistence/contract.repository.js';
import { EmployeeRepository } from '../persistence/employee.repository.js';
import type { EmployeeDto } from '../views/employee.dto.js';
import { showEmployee } from '../views/employee.view.js';
import type { ChangeEmployeeDto } from './employees.dto.js';

export type Change = ChangeEmployeeDto & Readonly<{ employeeId: string; seen: SeenVersion }>;
type Loaded = Staff & Readonly<{ company?: CompanyCopy }>;

/** Changes what is known of an employee. Who is deactivated has no contract that runs on. */
@Injectable()
export class ChangeEmployeeHandler implements CommandHandler<Change, Loaded, EmployeeDto> {
  readonly name = 'change-employee';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly employees: EmployeeRepository,
    private readonly contracts: ContractRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Change>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = commands.map(({ request }) => request.employeeId);
    if (commands.every(({ request }) => request.active !== false)) return { employees: await this.employees.lock(tx, companyId, ids), contracts: new Map() };
    const [staff, company] = await Promise.all([this.contracts.lock(tx, companyId, ids), this.companies.find(tx, companyId)]);
    return { ...staff, company };
  }

  handle({ request }: Command<Change>, loaded: Loaded): Outcome<EmployeeDto> {
    const { employeeId, seen, name, email, active } = request;
    const employee = loaded.employees.get(employeeId);
    if (!employee) return notFound('employee');
    if (isStale(seen, employee.version)) return versionStale;
    const refusal = this.endContracts(request, loaded);
    if (refusal) return refusal;
    employee.name = name ?? employee.name;
    employee.email = email ?? employee.email;
    employee.active = active ?? employee.active;
    employee.version += 1;
    return showEmployee(employee);
  }

  private endContracts({ employeeId, active, endsOn }: Change, { company, contracts }: Loaded): Refusal | undefined {
    const lastDay = endsOn as LocalDate | undefined;
    if (active !== false) return lastDay && endDateUnexpected;
    if (!company) return companyNotReady;
    return contracts.get(employeeId)!.leave(lastDay, this.clock.today(company.timeZone));
  }
}
