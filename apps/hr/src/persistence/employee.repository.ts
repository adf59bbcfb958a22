import { indexBy, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, defineEntity, p, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { Employee } from '../domain/employee.js';

export const EmployeeSchema = defineEntity({
  class: Employee,
  tableName: 'employee',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text().nullable(),
    subject: p.text().nullable(),
    active: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

const LOCK = statement('select * from employee where company_id = $1 and id = any($2::uuid[]) order by id for update');

const LINKED = statement('select id, subject from employee where company_id = $1 and subject = any($2)');

@Injectable()
export class EmployeeRepository {
  /** Employees to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Employee>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]);
    const employees = rows.map((row) => tx.table(Employee).read(row));
    tx.beforeCommit(() => tx.table(Employee).update(tx, employees, 'name', 'email', 'subject', 'active', 'version'));
    return indexBy(employees, (employee) => employee.id);
  }

  /** Who signs in as which employee, of some subjects. */
  async linked(tx: UnitOfWork, companyId: string, subjects: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; subject: string }>(LINKED, [companyId, arrayLiteral(unique(subjects), true)]);
    return new Map(rows.map(({ id, subject }) => [subject, id]));
  }
}
