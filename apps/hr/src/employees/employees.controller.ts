import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { EmployeeRepository } from '../persistence/employee.repository.js';
import { ChangeEmployeeHandler } from './change-employee.handler.js';
import { showEmployee } from './employee.view.js';
import { ChangeEmployeeDto, EmployeeDto, EmployeesQuery, HireEmployeeDto } from './employees.dto.js';
import { HireEmployeeHandler } from './hire-employee.handler.js';

@Controller('employees')
export class EmployeesController {
  constructor(
    private readonly commands: Commands,
    private readonly hireEmployee: HireEmployeeHandler,
    private readonly changeEmployee: ChangeEmployeeHandler,
    private readonly employees: EmployeeRepository,
  ) {}

  @Post()
  @RequiresPermission('hr.employee.create')
  @Returns(201, EmployeeDto, 'Take an employee on')
  hire(@Body() body: HireEmployeeDto, @From() caller: Caller) {
    return this.commands.run(this.hireEmployee, body, caller);
  }

  @Get()
  @RequiresPermission('hr.employee.view')
  @Returns(200, { page: EmployeeDto }, 'Employees, longest known first')
  async list(@Query() query: EmployeesQuery, @From() caller: Caller): Promise<Page<EmployeeDto>> {
    const limit = limitOf(query);
    const [after = '00000000-0000-0000-0000-000000000000'] = cursorOf(query, 1) ?? [];
    return pageOf(await this.employees.list(caller.companyId, after, limit + 1), limit, showEmployee, (employee) => [employee.id]);
  }

  /** Who is deactivated must not have a contract that runs on: `endsOn` ends it. */
  @Patch(':employeeId')
  @RequiresPermission('hr.employee.change')
  @Returns(
    200,
    EmployeeDto,
    'Change an employee, or (de)activate',
    'contract-open',
    'contract-paid',
    'end-date-unexpected',
    'version-stale',
    'company-not-ready',
  )
  change(@Param('employeeId') employeeId: string, @Body() body: ChangeEmployeeDto, @From() caller: Caller) {
    return this.commands.run(this.changeEmployee, { ...body, employeeId, seen: caller.requireIfMatch() }, caller);
  }
}
