import { IsLocalDate, IsPositiveAmount } from '@millrace/contracts';
import { IsOptional } from 'class-validator';

export class RefundCreditDto {
  /** All that is on account when absent. */
  @IsOptional() @IsPositiveAmount() readonly amount?: string;
  @IsOptional() @IsLocalDate() readonly sentOn?: string;
}
