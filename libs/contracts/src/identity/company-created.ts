import { defineEvent } from '../define-event.js';
import { IsCountry, IsCurrency, IsId, IsName, IsTimeZone } from '../rules.js';

/**
 * A company of the organisation was founded in the suite; books, stock and people are kept for it from now on.
 * Producer: identity. Consumers: orders, inventory, finance, hr (each copies it; finance opens its books).
 */
export class CompanyCreatedV1 {
  @IsId() readonly companyId!: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  /** Business dates come from it. */
  @IsTimeZone() readonly timeZone!: string;
  /** The currency of its ledger and of its stock values. */
  @IsCurrency() readonly baseCurrency!: string;
}

export const CompanyCreated = defineEvent({
  type: 'identity.company-created',
  version: 1,
  topic: 'identity.company',
  key: 'companyId',
  data: CompanyCreatedV1,
  example: {
    companyId: '0199a1b0-0000-7000-8000-000000000001',
    name: 'Gifts Ltd',
    country: 'GB',
    timeZone: 'Europe/London',
    baseCurrency: 'GBP',
  },
});
