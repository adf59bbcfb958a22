import { Described, PageQuery } from '@millrace/chassis';
import { IsAmount, IsCode, IsCurrency, IsId, IsLines, IsLocalDate, IsNote, IsSignedAmount } from '@millrace/contracts';
import { IsIn, IsInt, IsOptional, Matches } from 'class-validator';
import { PAYROLL_STATES, type PayrollState } from '../domain/payroll-run.js';

export class RunPayrollDto {
  /** "2026-11" */
  @Matches(/^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$/, { message: 'month must be a month such as "2026-11"' }) readonly month!: string;
}

export class DiscardPayrollDto {
  /** Why: it is kept with the run. */
  @IsNote() readonly reason!: string;
}

export class PayrollRunDto {
  @IsId() readonly payrollRunId!: string;
  @IsLocalDate() readonly periodStartsOn!: string;
  @IsLocalDate() readonly periodEndsOn!: string;
  @IsIn(PAYROLL_STATES) readonly state!: PayrollState;
  @IsCurrency() readonly currency!: string;
  @IsInt() readonly payslipCount!: number;
  @IsAmount() readonly grossTotal!: string;
  @IsAmount() readonly taxTotal!: string;
  @IsAmount() readonly employeeSocialTotal!: string;
  @IsAmount() readonly employerSocialTotal!: string;
  @IsAmount() readonly netTotal!: string;
  @IsOptional() @IsLocalDate() readonly paidOn?: string;
  @IsOptional() @IsNote() readonly discardReason?: string;
  @IsInt() readonly version!: number;
}

export class PayslipLineDto {
  @IsId() readonly contractId!: string;
  @IsOptional() @IsCode() readonly costCentre?: string;
  /** What the contract earns in the month, less what earlier payslips paid of that. */
  @IsSignedAmount() readonly gross!: string;
}

export class PayslipDto {
  @IsId() readonly payslipId!: string;
  @IsId() readonly employeeId!: string;
  @IsLocalDate() readonly periodStartsOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly gross!: string;
  @IsAmount() readonly tax!: string;
  @IsAmount() readonly employeeSocial!: string;
  @IsAmount() readonly employerSocial!: string;
  @IsAmount() readonly net!: string;
  @IsLines(() => PayslipLineDto, { min: 0 }) readonly lines!: readonly PayslipLineDto[];
}

export class PayrollRunsQuery extends PageQuery {}

export class PayslipsQuery extends PageQuery {
  @IsOptional() @IsId() readonly employeeId?: string;
}

export class PayrollUntilQuery {
  /** With `Prefer: wait=N`: answer when the run is so far, at the latest after N seconds. */
  @Described({ description: 'With `Prefer: wait=N`: answer when the run is so far, at the latest after N seconds.' })
  @IsOptional()
  @IsIn(['posted', 'paid'])
  readonly until?: 'posted' | 'paid';
}
