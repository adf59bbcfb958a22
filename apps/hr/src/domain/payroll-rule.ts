import type { Decimal, LocalDate } from '@millrace/kernel';

/** Flat rates on gross, from a day on. */
export class PayrollRule {
  companyId!: string;
  validFrom!: LocalDate;
  taxRate!: Decimal;
  employeeSocialRate!: Decimal;
  employerSocialRate!: Decimal;
}
