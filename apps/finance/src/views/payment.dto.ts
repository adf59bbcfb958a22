import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsPositiveAmount } from '@millrace/contracts';
import { IsInt, IsOptional } from 'class-validator';
import { AllocationDto, AllocationWishDto } from './allocation.dto.js';

export class RegisterPaymentDto {
  @IsId() readonly customerId!: string;
  @IsPositiveAmount() readonly amount!: string;
  /** The company's when absent. */
  @IsOptional() @IsCurrency() readonly currency?: string;
  /** Today when absent; a past date needs a permission. */
  @IsOptional() @IsLocalDate() readonly receivedOn?: string;
  /** What the bank statement says. */
  @IsOptional() @IsName() readonly reference?: string;
  /** What it settles, in this order; what is left stays on account. */
  @IsOptional() @IsLines(() => AllocationWishDto, { min: 0, max: 1_000 }) readonly allocations?: readonly AllocationWishDto[];
}

export class PaymentDto {
  @IsId() readonly paymentId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsLocalDate() readonly receivedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
  /** Settles nothing yet. */
  @IsAmount() readonly onAccount!: string;
  @IsInt() readonly version!: number;
}

export class RegisteredPaymentDto extends PaymentDto {
  @IsLines(() => AllocationDto, { min: 0 }) readonly allocations!: readonly AllocationDto[];
}
