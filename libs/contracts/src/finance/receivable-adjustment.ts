import { IsIn, IsOptional } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate } from '../rules.js';
import { PaymentAllocationV1, SettledAdjustmentV1 } from './allocation.js';

/** What a customer had in its favour before these books began, or what it does not owe any more as a bad debt. */
export const CREDIT_ADJUSTMENTS = ['opening', 'bad-debt'] as const;
export type CreditAdjustment = (typeof CREDIT_ADJUSTMENTS)[number];

/**
 * An adjustment in a customer's favour settles invoices.
 * Producer: finance. Consumer: orders (counts an opening balance as paid; the invoice's own fact completes the order).
 */
export class ReceivableAdjustmentAllocatedV1 {
  @IsId() readonly adjustmentId!: string;
  @IsIn(CREDIT_ADJUSTMENTS) readonly kind!: CreditAdjustment;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly allocatedOn!: string;
  @IsCurrency() readonly currency!: string;
  /** What is left. */
  @IsAmount() readonly onAccount!: string;
  @IsLines(() => PaymentAllocationV1, { min: 0 }) readonly allocations!: readonly PaymentAllocationV1[];
  @IsOptional() @IsLines(() => SettledAdjustmentV1) readonly adjustments?: readonly SettledAdjustmentV1[];
}

export const ReceivableAdjustmentAllocated = defineEvent({
  type: 'finance.receivable-adjustment-allocated',
  version: 1,
  topic: 'finance.receivable-adjustment',
  key: 'adjustmentId',
  data: ReceivableAdjustmentAllocatedV1,
  example: {
    adjustmentId: '0199a1b0-0000-7000-8000-0000000000e1',
    kind: 'opening',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    allocatedOn: '2010-12-03',
    currency: 'GBP',
    onAccount: '0.00',
    allocations: [
      {
        customerInvoiceId: '0199a1b0-0000-7000-8000-000000000081',
        salesOrderId: '0199a1b0-0000-7000-8000-000000000041',
        amount: '17.98',
      },
    ],
  },
});
