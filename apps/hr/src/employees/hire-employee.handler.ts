import { Clock, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Employee } from '../domain/employee.js';
import type { EmployeeDto } from '../views/employee.dto.js';
import { showEmployee } from '../views/employee.view.js';
import type { HireEmployeeDto } from './employees.dto.js';

@Injectable()
export class HireEmployeeHandler implements CommandHandler<HireEmployeeDto, void, EmployeeDto> {
  readonly name = 'hire-employee';

  constructor(private readonly clock: Clock) {}

  async load(): Promise<void> {}

  handle({ companyId, request: { name, email } }: Command<HireEmployeeDto>, _loaded: void, tx: UnitOfWork): Outcome<EmployeeDto> {
    const employee = Object.assign(new Employee(), {
      companyId,
      id: newId(),
      name,
      email: email ?? null,
      subject: null,
      active: true,
      createdAt: this.clock.now(),
      version: 1,
    });
    tx.insert(employee);
    return showEmployee(employee);
  }
}
