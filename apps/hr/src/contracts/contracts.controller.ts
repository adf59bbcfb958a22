import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsCurrency, IsId, IsLocalDate, IsPositiveAmount } from '@millrace/contracts';
import { Decimal, type LocalDate, Money, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Body, Controller, Get, Injectable, Param, Post } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import type { CompanyCopy } from '../domain/company.js';
import type { Employee } from '../domain/employee.js';
import { EmploymentContract } from '../domain/employment-contract.js';
import { companyNotReady, contractOverlaps, dateRange, notFound } from '../domain/refusals.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { ContractRepository } from '../persistence/contract.repository.js';
import { EmployeeRepository } from '../persistence/employee.repository.js';

export class SignContractDto {
  @IsLocalDate() readonly validFrom!: string;
  /** The last day; open when absent. */
  @IsOptional() @IsLocalDate() readonly validTo?: string;
  /** In the company's currency. */
  @IsPositiveAmount() readonly monthlyGross!: string;
  @IsOptional() @IsCode() readonly costCentre?: string;
}

export class ContractDto extends SignContractDto {
  @IsId() readonly contractId!: string;
  @IsId() readonly employeeId!: string;
  @IsCurrency() readonly currency!: string;
}

type Sign = SignContractDto & Readonly<{ employeeId: string }>;
type Loaded = Readonly<{ company?: CompanyCopy; employees: ReadonlyMap<string, Employee>; contracts: EmploymentContract[] }>;

const FOR_EVER = '9999-12-31';

/** At most one contract of an employee is valid on any day. */
@Injectable()
export class SignContractHandler implements CommandHandler<Sign, Loaded, ContractDto> {
  readonly name = 'sign-contract';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly employees: EmployeeRepository,
    private readonly contracts: ContractRepository,
  ) {}

  async load(commands: readonly Command<Sign>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = commands.map(({ request }) => request.employeeId);
    const company = await this.companies.find(tx, companyId);
    const employees = await this.employees.lock(tx, companyId, ids);
    return { company, employees, contracts: await this.contracts.of(tx, companyId, ids) };
  }

  handle({ companyId, request }: Command<Sign>, { company, employees, contracts }: Loaded, tx: UnitOfWork): Outcome<ContractDto> {
    const { employeeId, validFrom, validTo, monthlyGross, costCentre } = request;
    if (!company) return companyNotReady;
    if (!employees.has(employeeId)) return notFound('employee');
    if (validTo !== undefined && validTo < validFrom) return dateRange;
    const overlaps = contracts.some(
      (each) => each.employeeId === employeeId && each.validFrom <= (validTo ?? FOR_EVER) && validFrom <= (each.validTo ?? FOR_EVER),
    );
    if (overlaps) return contractOverlaps;
    const contract = Object.assign(new EmploymentContract(), {
      companyId,
      id: newId(),
      employeeId,
      validFrom: validFrom as LocalDate,
      validTo: (validTo ?? null) as LocalDate | null,
      monthlyGross: new Decimal(monthlyGross),
      currency: company.baseCurrency,
      costCentre: costCentre ?? null,
    });
    contracts.push(contract);
    tx.insert(contract);
    return show(contract);
  }
}

@Controller('employees/:employeeId/contracts')
export class ContractsController {
  constructor(
    private readonly commands: Commands,
    private readonly signContract: SignContractHandler,
    private readonly contracts: ContractRepository,
  ) {}

  @Post()
  @RequiresPermission('hr.contract.create')
  @Returns(201, ContractDto, 'Give an employee a contract for a time', 'contract-overlaps', 'date-range', 'company-not-ready')
  sign(@Param('employeeId') employeeId: string, @Body() body: SignContractDto, @From() caller: Caller) {
    return this.commands.run(this.signContract, { ...body, employeeId }, caller);
  }

  @Get()
  @RequiresPermission('hr.contract.view')
  @Returns(200, [ContractDto], 'Contracts of an employee, oldest first')
  async list(@Param('employeeId') employeeId: string, @From() caller: Caller): Promise<ContractDto[]> {
    return (await this.contracts.list(caller.companyId, employeeId)).map(show);
  }
}

function show({ id: contractId, employeeId, validFrom, validTo, monthlyGross, currency, costCentre }: EmploymentContract): ContractDto {
  return {
    contractId,
    employeeId,
    validFrom,
    validTo: validTo ?? undefined,
    monthlyGross: `${Money.of(monthlyGross, currency)}`,
    currency,
    costCentre: costCentre ?? undefined,
  };
}
