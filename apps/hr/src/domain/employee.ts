import type { Decimal, LocalDate } from '@millrace/kernel';

/** Who works here. Deactivated, never deleted. */
export class Employee {
  companyId!: string;
  id!: string;
  name!: string;
  email!: string | null;
  active!: boolean;
  createdAt!: Date;
  version!: number;
}

/** What one employee earns in a time; at most one contract a day. */
export class EmploymentContract {
  companyId!: string;
  id!: string;
  employeeId!: string;
  validFrom!: LocalDate;
  /** The last day; open when null. */
  validTo!: LocalDate | null;
  monthlyGross!: Decimal;
  currency!: string;
  costCentre!: string | null;
}

/** What hr knows of a company. */
export class CompanyCopy {
  companyId!: string;
  country!: string;
  timeZone!: string;
  baseCurrency!: string;
  sequence!: number;
}
