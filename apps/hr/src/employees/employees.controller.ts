import { type Caller, Commands, From, ListReader, Lists, type Page, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { EmployeeDto } from '../views/employee.dto.js';
import { EMPLOYEES } from '../views/employee.list.js';
import { ChangeEmployeeHandler } from './change-employee.handler.js';
import { ChangeEmployeeDto, EmployeesQuery, HireEmployeeDto, LinkAccountDto } from './employees.dto.js';
import { HireEmployeeHandler } from './hire-employee.handler.js';
import { LinkAccountHandler } from './link-account.handler.js';

@Controller('employees')
export class EmployeesController {
  constructor(
    private readonly commands: Commands,
    private readonly hireEmployee: HireEmployeeHandler,
    private readonly changeEmployee: ChangeEmployeeHandler,
    private readonly linkAccount: LinkAccountHandler,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission('hr.employee.create')
  @Returns(201, EmployeeDto, 'Take an employee on')
  hire(@Body() body: HireEmployeeDto, @From() caller: Caller) {
    return this.commands.run(this.hireEmployee, body, caller);
  }

  @Get()
  @Lists(EMPLOYEES, 'Employees, longest known first')
  list(@Query() query: EmployeesQuery, @From() caller: Caller): Promise<Page<EmployeeDto>> {
    return this.lists.page(EMPLOYEES, query, caller);
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

  /** Whose roles are limited to own records sees those of the employee that is linked to its account, and no others. */
  @Put(':employeeId/account')
  @RequiresPermission('hr.employee.link')
  @Returns(200, EmployeeDto, 'Say in which account an employee signs in, or in none', 'subject-taken', 'own-account', 'version-stale')
  link(@Param('employeeId') employeeId: string, @Body() body: LinkAccountDto, @From() caller: Caller) {
    return this.commands.run(this.linkAccount, { ...body, employeeId, seen: caller.requireIfMatch() }, caller);
  }
}
