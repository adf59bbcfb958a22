import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, PageQuery, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { Clock, isStale, newId, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Body, Controller, Get, Injectable, Param, Patch, Post, Query } from '@nestjs/common';
import { IsBoolean, IsEmail, IsInt, IsOptional, MaxLength } from 'class-validator';
import { Employee } from '../domain/employee.js';
import { notFound, versionStale } from '../domain/refusals.js';
import { EmployeeRepository } from '../persistence/employee.repository.js';

export class HireEmployeeDto {
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
}

export class ChangeEmployeeDto {
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsEmail() @MaxLength(320) readonly email?: string;
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

export class EmployeeDto {
  @IsId() readonly employeeId!: string;
  @IsName() readonly name!: string;
  @IsOptional() @IsEmail() readonly email?: string;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}

export class EmployeesQuery extends PageQuery {}

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
      active: true,
      createdAt: this.clock.now(),
      version: 1,
    });
    tx.insert(employee);
    return show(employee);
  }
}

type Change = ChangeEmployeeDto & Readonly<{ employeeId: string; seen: SeenVersion }>;

@Injectable()
export class ChangeEmployeeHandler implements CommandHandler<Change, ReadonlyMap<string, Employee>, EmployeeDto> {
  readonly name = 'change-employee';

  constructor(private readonly employees: EmployeeRepository) {}

  load(commands: readonly Command<Change>[], tx: UnitOfWork): Promise<ReadonlyMap<string, Employee>> {
    return this.employees.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.employeeId),
    );
  }

  handle({ request: { employeeId, seen, name, email, active } }: Command<Change>, employees: ReadonlyMap<string, Employee>): Outcome<EmployeeDto> {
    const employee = employees.get(employeeId);
    if (!employee) return notFound('employee');
    if (isStale(seen, employee.version)) return versionStale;
    employee.name = name ?? employee.name;
    employee.email = email ?? employee.email;
    employee.active = active ?? employee.active;
    employee.version += 1;
    return show(employee);
  }
}

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
    return pageOf(await this.employees.list(caller.companyId, after, limit + 1), limit, show, (employee) => [employee.id]);
  }

  @Patch(':employeeId')
  @RequiresPermission('hr.employee.change')
  @Returns(200, EmployeeDto, 'Change an employee, or (de)activate')
  change(@Param('employeeId') employeeId: string, @Body() body: ChangeEmployeeDto, @From() caller: Caller) {
    return this.commands.run(this.changeEmployee, { ...body, employeeId, seen: caller.requireIfMatch() }, caller);
  }
}

function show({ id: employeeId, name, email, active, version }: Employee): EmployeeDto {
  return { employeeId, name, email: email ?? undefined, active, version };
}
