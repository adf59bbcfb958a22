import type { Decimal, LocalDate } from '@millrace/kernel';

/** What one employee gets for one month. Final: one payslip a month, ever. */
export class Payslip {
  companyId!: string;
  id!: string;
  runId!: string;
  employeeId!: string;
  periodStartsOn!: LocalDate;
  gross!: Decimal;
  tax!: Decimal;
  employeeSocial!: Decimal;
  employerSocial!: Decimal;
  net!: Decimal;
}
