import { IsOptional } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId, IsLines, IsLocalDate, IsName, IsPositiveAmount } from '../rules.js';
import { PaymentAllocationV1, SettledAdjustmentV1 } from './allocation.js';

/**
 * Money came in from a customer and settles invoices as far as it was allocated; the rest stays on account.
 * Producer: finance. Consumer: orders (shows what was paid; the invoice's own fact completes the order).
 */
export class PaymentReceivedV1 {
  @IsId() readonly paymentId!: string;
  @IsName() readonly number!: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly receivedOn!: string;
  @IsCurrency() readonly currency!: string;
  @IsPositiveAmount() readonly amount!: string;
  @IsAmount() readonly onAccount!: string;
  @IsLines(() => PaymentAllocationV1, { min: 0 }) readonly allocations!: readonly PaymentAllocationV1[];
  @IsOptional() @IsLines(() => SettledAdjustmentV1) readonly adjustments?: readonly SettledAdjustmentV1[];
}

export const PaymentReceived = defineEvent({
  type: 'finance.payment-received',
  version: 1,
  topic: 'finance.payment',
  key: 'paymentId',
  data: PaymentReceivedV1,
  example: {
    paymentId: '0199a1b0-0000-7000-8000-000000000091',
    number: 'PAY-2010-000001',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    receivedOn: '2010-12-01',
    currency: 'GBP',
    amount: '17.98',
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

/**
 * Money that was on account settles invoices afterwards; what earlier facts of the payment told is not repeated.
 * Producer: finance. Consumer: orders (shows what was paid; the invoice's own fact completes the order).
 */
export class PaymentAllocatedV1 {
  @IsId() readonly paymentId!: string;
  @IsId() readonly customerId!: string;
  @IsLocalDate() readonly allocatedOn!: string;
  @IsCurrency() readonly currency!: string;
  /** What is left. */
  @IsAmount() readonly onAccount!: string;
  @IsLines(() => PaymentAllocationV1, { min: 0 }) readonly allocations!: readonly PaymentAllocationV1[];
  @IsOptional() @IsLines(() => SettledAdjustmentV1) readonly adjustments?: readonly SettledAdjustmentV1[];
}

export const PaymentAllocated = defineEvent({
  type: 'finance.payment-allocated',
  version: 1,
  topic: 'finance.payment',
  key: 'paymentId',
  data: PaymentAllocatedV1,
  example: {
    paymentId: '0199a1b0-0000-7000-8000-000000000091',
    customerId: '0199a1b0-0000-7000-8000-000000000071',
    allocatedOn: '2010-12-02',
    currency: 'GBP',
    onAccount: '4.00',
    allocations: [
      {
        customerInvoiceId: '0199a1b0-0000-7000-8000-000000000081',
        salesOrderId: '0199a1b0-0000-7000-8000-000000000041',
        amount: '6.00',
      },
    ],
  },
});
