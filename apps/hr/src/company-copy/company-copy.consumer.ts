import { CompanyCreated, type EventOf } from '@millrace/contracts';
import { Decimal, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { CompanyCopy } from '../domain/company.js';
import { PayrollRule } from '../domain/payroll-rule.js';

/** Rates to begin with, to be replaced by the company's own. */
const DEFAULT_RATES = { taxRate: '0.15', employeeSocialRate: '0.062', employerSocialRate: '0.062' };

/** What hr knows of companies; each begins with flat rates. */
@Consumer('hr.company-copy')
export class CompanyCopyConsumer {
  async load(): Promise<void> {}

  @Handles(CompanyCreated)
  created(event: EventOf<typeof CompanyCreated>, _loaded: void, tx: UnitOfWork): void {
    const { companyId, country, timeZone, baseCurrency } = event.data;
    const rates = Object.fromEntries(Object.entries(DEFAULT_RATES).map(([name, rate]) => [name, new Decimal(rate)]));
    tx.insert(
      Object.assign(new CompanyCopy(), { companyId, country, timeZone, baseCurrency, sequence: event.sequence }),
      Object.assign(new PayrollRule(), { companyId, validFrom: '1900-01-01' as LocalDate, ...rates }),
    );
  }
}
