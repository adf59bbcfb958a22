import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Company } from '../domain/account.js';
import { type Authority, type Grant, holds, roleNotHeld } from '../domain/authority.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { CompanyDto } from './companies.dto.js';
import { showCompany } from './create-company.handler.js';

export type CompanyChange = Readonly<{ companyId: string; demandsSecondFactor: boolean; authority: Authority; seen: SeenVersion }>;

type Loaded = Readonly<{ companies: ReadonlyMap<string, Company>; given: readonly Grant[] }>;

const companyUnknown = new Refusal('not-found', 'missing', 'There is no company with this id.');
const versionStale = new Refusal('version-stale', 'stale', 'The company has changed since: read it again.');

/** Nobody makes entering harder or easier for who may do more there, or everywhere, than the one who asks. */
@Injectable()
export class ChangeCompanyHandler implements CommandHandler<CompanyChange, Loaded, CompanyDto> {
  readonly name = 'change-company';

  constructor(private readonly accounts: AccountRepository) {}

  async load(commands: readonly Command<CompanyChange>[], tx: UnitOfWork): Promise<Loaded> {
    const ids = commands.map(({ request }) => request.companyId);
    return { companies: await this.accounts.lockCompanies(tx, ids), given: await this.accounts.grantsIn(tx, ids) };
  }

  handle({ request }: Command<CompanyChange>, { companies, given }: Loaded): Outcome<CompanyDto> {
    const { companyId, demandsSecondFactor, authority, seen } = request;
    const company = companies.get(companyId);
    if (!company) return companyUnknown;
    const there = given.filter((grant) => grant.companyId === null || grant.companyId === companyId);
    if (!there.every((grant) => holds(authority, grant))) return roleNotHeld;
    if (isStale(seen, company.version)) return versionStale;
    company.demandsSecondFactor = demandsSecondFactor;
    company.version += 1;
    return showCompany(company);
  }
}
