import { CompanyCreated } from '@millrace/contracts';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Company } from '../domain/account.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { CompanyDto, CreateCompanyDto } from './companies.dto.js';

@Injectable()
export class CreateCompanyHandler implements CommandHandler<CreateCompanyDto, Company[], CompanyDto> {
  readonly name = 'create-company';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<CreateCompanyDto>[], tx: UnitOfWork): Promise<Company[]> {
    const ids = commands.flatMap(({ request }) => request.companyId ?? []);
    return this.accounts.takenCompanies(
      tx,
      commands.map(({ request }) => request.name),
      ids,
    );
  }

  handle(command: Command<CreateCompanyDto>, taken: Company[], tx: UnitOfWork): Outcome<CompanyDto> {
    const { companyId = newId(), name, country, timeZone, baseCurrency } = command.request;
    const known = taken.find((each) => each.id === companyId);
    if (known) return showCompany(known);
    if (taken.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
      return new Refusal('company-exists', 'conflict', `There is a company named ${name} already: list the companies, or choose another name.`);
    }
    const company = Object.assign(new Company(), { id: companyId, name, country, timeZone, baseCurrency, createdAt: this.clock.now(), version: 1 });
    taken.push(company);
    tx.insert(company);
    tx.publish(CompanyCreated.of({ companyId, name, country, timeZone, baseCurrency }), { ...command, companyId });
    return showCompany(company);
  }
}

export function showCompany(company: Company): CompanyDto {
  const { id: companyId, name, country, timeZone, baseCurrency, version } = company;
  return { companyId, name, country, timeZone, baseCurrency, version };
}
