import type { Employee } from '../domain/employee.js';
import type { EmployeeDto } from './employee.dto.js';

export function showEmployee({ id: employeeId, name, email, subject, active, version }: Employee): EmployeeDto {
  return { employeeId, name, email: email ?? undefined, subject: subject ?? undefined, active, version };
}
