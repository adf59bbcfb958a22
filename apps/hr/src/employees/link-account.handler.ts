import { ALONE, isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Employee } from '../domain/employee.js';
import { notFound, ownAccount, subjectTaken, versionStale } from '../domain/refusals.js';
import { EmployeeRepository } from '../persistence/employee.repository.js';
import type { EmployeeDto } from '../views/employee.dto.js';
import { showEmployee } from '../views/employee.view.js';
import type { LinkAccountDto } from './employees.dto.js';

export type Link = LinkAccountDto & Readonly<{ employeeId: string; seen: SeenVersion }>;
type Loaded = Readonly<{ employees: ReadonlyMap<string, Employee>; linked: Map<string, string> }>;

/** Says in which account an employee signs in. Accounts are not known here, but their ids: a wrong one opens nothing to anybody. */
@Injectable()
export class LinkAccountHandler implements CommandHandler<Link, Loaded, EmployeeDto> {
  readonly name = 'link-account';

  constructor(private readonly employees: EmployeeRepository) {}

  async load(commands: readonly Command<Link>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const employees = await this.employees.lock(
      tx,
      companyId,
      requests.map(({ employeeId }) => employeeId),
    );
    const subjects = requests.flatMap(({ subject }) => subject ?? []);
    return { employees, linked: await this.employees.linked(tx, companyId, subjects) };
  }

  handle(command: Command<Link>, { employees, linked }: Loaded): Outcome<EmployeeDto> {
    const { employeeId, subject, seen } = command.request;
    const employee = employees.get(employeeId);
    if (!employee) return notFound('employee');
    if (isStale(seen, employee.version)) return versionStale;
    if (subject === command.actor && !command.can(ALONE)) return ownAccount;
    if (subject && (linked.get(subject) ?? employeeId) !== employeeId) return subjectTaken;
    if (employee.subject) linked.delete(employee.subject);
    if (subject) linked.set(subject, employeeId);
    employee.subject = subject ?? null;
    employee.version += 1;
    return showEmployee(employee);
  }
}
