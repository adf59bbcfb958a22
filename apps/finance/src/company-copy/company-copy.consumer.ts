import { LOGGER } from '@millrace/chassis';
import { CompanyCreated, type EventOf } from '@millrace/contracts';
import { Clock, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { defaultChart } from '../domain/chart.js';
import { CompanyCopy } from '../domain/company.js';
import { periodsOfYear } from '../domain/period.js';
import { defaultTaxRules, hasDefaultRates } from '../domain/tax-rates.js';

/** The books of a company are opened: a chart, the current fiscal year, and the taxes of its country. */
@Consumer('finance.company-copy')
export class CompanyCopyConsumer {
  constructor(
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async load(): Promise<void> {}

  @Handles(CompanyCreated)
  created(event: EventOf<typeof CompanyCreated>, _loaded: void, tx: UnitOfWork): void {
    const { companyId, country, timeZone, baseCurrency } = event.data;
    if (!hasDefaultRates(country))
      this.logger.warn({ companyId, country }, 'no tax rates are known of this country: sales at home are untaxed until it has rules');
    const { accounts, roles } = defaultChart(companyId);
    const year = this.clock.today(timeZone).slice(0, 4);
    const periods = periodsOfYear(companyId, `${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate);
    const company = Object.assign(new CompanyCopy(), { companyId, country, timeZone, baseCurrency, taxRounding: 'document', sequence: event.sequence });
    tx.insert(company, ...accounts, ...roles, ...periods, ...defaultTaxRules(companyId, country));
  }
}
