import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Company } from '../domain/account.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { CompanyDto } from './companies.dto.js';
import { showCompany } from './create-company.handler.js';

export type CompanyChange = Readonly<{ companyId: string; demandsSecondFactor: boolean; seen: SeenVersion }>;

type Companies = ReadonlyMap<string, Company>;

const companyUnknown = new Refusal('not-found', 'missing', 'There is no company with this id.');
const versionStale = new Refusal('version-stale', 'stale', 'The company has changed since: read it again.');

@Injectable()
export class ChangeCompanyHandler implements CommandHandler<CompanyChange, Companies, CompanyDto> {
  readonly name = 'change-company';

  constructor(private readonly accounts: AccountRepository) {}

  load(commands: readonly Command<CompanyChange>[], tx: UnitOfWork): Promise<Companies> {
    return this.accounts.lockCompanies(
      tx,
      commands.map(({ request }) => request.companyId),
    );
  }

  handle({ request: { companyId, demandsSecondFactor, seen } }: Command<CompanyChange>, companies: Companies): Outcome<CompanyDto> {
    const company = companies.get(companyId);
    if (!company) return companyUnknown;
    if (isStale(seen, company.version)) return versionStale;
    company.demandsSecondFactor = demandsSecondFactor;
    company.version += 1;
    return showCompany(company);
  }
}
