import { column, defineList } from '@millrace/chassis';
import { Employee } from '../domain/employee.js';
import { EmployeeDto } from './employee.dto.js';
import { showEmployee } from './employee.view.js';

export const EMPLOYEES = defineList({
  row: EmployeeDto,
  permission: 'hr.employee.view',
  from: 'employee',
  limits: { ownRecordsOnly: (subject, { bind }) => `subject = ${bind(subject, 'text')}` },
  columns: {
    employeeId: column.id('id'),
    name: column.text('name'),
    email: column.optional(column.text('email')),
    subject: column.optional(column.text('subject')),
    active: column.flag('active'),
  },
  order: 'employeeId',
  show: (row, database) => showEmployee(database.table(Employee).read(row)),
});
