import { CompanyCreated } from '@millrace/contracts';
import { Clock, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Company } from '../domain/account.js';
import { AccountRepository, type TakenCompanies } from '../persistence/account.repository.js';
import type { CompanyDto, CreateCompanyDto } from './companies.dto.js';

@Injectable()
export class CreateCompanyHandler implements CommandHandler<CreateCompanyDto, TakenCompanies, CompanyDto> {
  readonly name = 'create-company';

  constructor(
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<CreateCompanyDto>[], tx: UnitOfWork): Promise<TakenCompanies> {
    const ids = commands.flatMap(({ request }) => request.companyId ?? []);
    return this.accounts.takenCompanies(
      tx,
      commands.map(({ request }) => request.name),
      ids,
    );
  }

  handle(command: Command<CreateCompanyDto>, taken: TakenCompanies, tx: UnitOfWork): Outcome<CompanyDto> {
    const { companyId = newId(), name, country, timeZone, baseCurrency } = command.request;
    const known = taken.byId.get(companyId);
    if (known) return showCompany(known);
    if (taken.names.has(name)) {
      return new Refusal('company-exists', 'conflict', `There is a company named ${name} already: list the companies, or choose another name.`);
    }
    const company = Object.assign(new Company(), {
      id: companyId,
      name,
      country,
      timeZone,
      baseCurrency,
      demandsSecondFactor: false,
      createdAt: this.clock.now(),
      version: 1,
    });
    taken.byId.set(companyId, company);
    taken.names.add(name);
    tx.insert(company);
    tx.publish(CompanyCreated.of({ companyId, name, country, timeZone, baseCurrency }), { ...command, companyId });
    return showCompany(company);
  }
}

export function showCompany(company: Company): CompanyDto {
  const { id: companyId, name, country, timeZone, baseCurrency, demandsSecondFactor, version } = company;
  return { companyId, name, country, timeZone, baseCurrency, demandsSecondFactor, version };
}
