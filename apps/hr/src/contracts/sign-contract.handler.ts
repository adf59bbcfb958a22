import { Decimal, type LocalDate, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { CompanyCopy } from '../domain/company.js';
import { EmploymentContract } from '../domain/employment-contract.js';
import { companyNotReady, dateRange, employeeInactive, notFound } from '../domain/refusals.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { ContractRepository, type Staff } from '../persistence/contract.repository.js';
import { showContract } from './contract.view.js';
import type { ContractDto, SignContractDto } from './contracts.dto.js';

type Sign = SignContractDto & Readonly<{ employeeId: string }>;
type Loaded = Staff & Readonly<{ company?: CompanyCopy }>;

/** Gives an employee a contract; a raise is the next one, which ends the one before. */
@Injectable()
export class SignContractHandler implements CommandHandler<Sign, Loaded, ContractDto> {
  readonly name = 'sign-contract';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly contracts: ContractRepository,
  ) {}

  async load(commands: readonly Command<Sign>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = commands.map(({ request }) => request.employeeId);
    const [staff, company] = await Promise.all([this.contracts.lock(tx, companyId, ids), this.companies.find(tx, companyId)]);
    return { ...staff, company };
  }

  handle({ companyId, request }: Command<Sign>, { company, employees, contracts }: Loaded, tx: UnitOfWork): Outcome<ContractDto> {
    const { employeeId, validFrom, validTo, monthlyGross, costCentre, endsOpenContract } = request;
    if (!company) return companyNotReady;
    const employee = employees.get(employeeId);
    if (!employee) return notFound('employee');
    if (!employee.active) return employeeInactive;
    if (validTo !== undefined && validTo < validFrom) return dateRange;
    const contract = Object.assign(new EmploymentContract(), {
      companyId,
      id: newId(),
      employeeId,
      validFrom: validFrom as LocalDate,
      validTo: (validTo ?? null) as LocalDate | null,
      revoked: false,
      monthlyGross: new Decimal(monthlyGross),
      currency: company.baseCurrency,
      costCentre: costCentre ?? null,
      version: 1,
    });
    const refusal = contracts.get(employeeId)!.sign(contract, endsOpenContract === true);
    if (refusal) return refusal;
    tx.insert(contract);
    return showContract(contract);
  }
}
