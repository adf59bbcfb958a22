/** What hr knows of a company. */
export class CompanyCopy {
  companyId!: string;
  country!: string;
  timeZone!: string;
  baseCurrency!: string;
  sequence!: number;
}
