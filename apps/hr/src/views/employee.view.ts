import type { Employee } from '../domain/employee.js';
import type { EmployeeDto } from './employee.dto.js';

export function showEmployee({ id: employeeId, name, email, active, version }: Employee): EmployeeDto {
  return { employeeId, name, email: email ?? undefined, active, version };
}
