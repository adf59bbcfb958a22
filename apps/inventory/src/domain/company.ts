import type { LocalDate } from '@millrace/kernel';

/** What inventory knows of a company. */
export class CompanyCopy {
  companyId!: string;
  country!: string;
  /** Business dates come from it. */
  timeZone!: string;
  /** Stock is valued in it. */
  baseCurrency!: string;
  /** Where orders ship from and goods arrive unless they say otherwise. */
  mainWarehouseId!: string;
  sequence!: number;
}

/** The dates of a document: the one on the paper, and the one on which it counts in stock. */
export type DocumentDates = Readonly<{ documentOn: LocalDate; postedOn: LocalDate }>;
