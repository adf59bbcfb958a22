import { IsInt, IsOptional, Min } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCode, IsCurrency, IsId, IsLines, IsLocalDate, IsPositiveAmount, IsSignedAmount } from '../rules.js';

/** What a cost centre bears of a payroll run; below zero where more was taken back of an earlier payslip than is paid. */
export class PayrollCostCentreV1 {
  @IsCode() readonly costCentre!: string;
  @IsSignedAmount() readonly grossTotal!: string;
  @IsSignedAmount() readonly employerSocialTotal!: string;
}

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
  /**
   * Parts of gross and of the employer's share, each of at least three people; so is what no part tells of, if there is
   * any: it belongs to no cost centre here.
   */
  @IsOptional() @IsLines(() => PayrollCostCentreV1) readonly costCentres?: readonly PayrollCostCentreV1[];
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
    grossTotal: '18000.00',
    taxTotal: '2700.00',
    employeeSocialTotal: '1116.00',
    employerSocialTotal: '1116.00',
    netTotal: '14184.00',
    payslipCount: 6,
    costCentres: [{ costCentre: 'SHOP', grossTotal: '9000.00', employerSocialTotal: '558.00' }],
  },
});
