import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsCurrency, IsId, IsLocalDate, IsPositiveAmount } from '@millrace/contracts';
import { Decimal, type LocalDate, Money, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Body, Controller, Get, Injectable, Param, Post } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { type CompanyCopy, type Employee, EmploymentContract } from '../domain/employee.js';
import { HrRepository } from '../persistence/hr.repository.js';

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

  constructor(private readonly hr: HrRepository) {}

  async load(commands: readonly Command<Sign>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = commands.map(({ request }) => request.employeeId);
    const company = await this.hr.company(tx, companyId);
    const employees = await this.hr.lockEmployees(tx, companyId, ids);
    return { company, employees, contracts: await this.hr.contracts(tx, companyId, ids) };
  }

  handle({ companyId, request }: Command<Sign>, { company, employees, contracts }: Loaded, tx: UnitOfWork): Outcome<ContractDto> {
    const { employeeId, validFrom, validTo, monthlyGross, costCentre } = request;
    if (!company) return new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');
    if (!employees.has(employeeId)) return new Refusal('not-found', 'missing', 'There is no employee with this id.');
    if (validTo !== undefined && validTo < validFrom) return new Refusal('date-range', 'invalid', 'The last day lies before the first.');
    const overlaps = contracts.some(
      (each) => each.employeeId === employeeId && each.validFrom <= (validTo ?? FOR_EVER) && validFrom <= (each.validTo ?? FOR_EVER),
    );
    if (overlaps) return new Refusal('contract-overlaps', 'conflict', 'The employee has a contract in part of this time already.');
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
    private readonly hr: HrRepository,
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
    return (await this.hr.contractsOf(caller.companyId, employeeId)).map(show);
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
