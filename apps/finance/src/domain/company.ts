/** Where a tax is rounded: once over the document, or on each line. Stored on each document, so that a change alters none. */
export type TaxRounding = 'document' | 'line';

/** What finance knows of a company. */
export class CompanyCopy {
  companyId!: string;
  country!: string;
  timeZone!: string;
  baseCurrency!: string;
  taxRounding!: TaxRounding;
  sequence!: number;
}

/** What finance knows of a customer: for the name on an invoice. */
export class CustomerCopy {
  companyId!: string;
  customerId!: string;
  name!: string;
  country!: string;
  address!: string | null;
  active!: boolean;
  sequence!: number;
}
