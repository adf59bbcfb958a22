import { IsInt, Min } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLocalDate, IsPositiveAmount } from '../rules.js';

/**
 * The payslips of a month are final. Only totals are told: what one person earns stays in hr.
 * Producer: hr. Consumer: finance (books wages, what is withheld from them and the employer's share).
 */
export class PayrollRunApprovedV1 {
  @IsId() readonly payrollRunId!: string;
  @IsLocalDate() readonly periodStartsOn!: string;
  @IsLocalDate() readonly periodEndsOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly grossTotal!: string;
  /** Income tax withheld. */
  @IsAmount() readonly taxTotal!: string;
  /** The employees' share of social insurance, withheld. */
  @IsAmount() readonly employeeSocialTotal!: string;
  /** The employer's share, on top of gross. */
  @IsAmount() readonly employerSocialTotal!: string;
  /** gross − tax − employees' social: what is paid out. */
  @IsAmount() readonly netTotal!: string;
  @IsInt() @Min(1) readonly payslipCount!: number;
}

export const PayrollRunApproved = defineEvent({
  type: 'hr.payroll-run-approved',
  version: 1,
  topic: 'hr.payroll-run',
  key: 'payrollRunId',
  data: PayrollRunApprovedV1,
  example: {
    payrollRunId: '0199a1b0-0000-7000-8000-0000000000c1',
    periodStartsOn: '2010-12-01',
    periodEndsOn: '2010-12-31',
    currency: 'GBP',
    grossTotal: '3000.00',
    taxTotal: '450.00',
    employeeSocialTotal: '186.00',
    employerSocialTotal: '186.00',
    netTotal: '2364.00',
    payslipCount: 1,
  },
});
