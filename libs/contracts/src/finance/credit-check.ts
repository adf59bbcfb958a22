import { defineEvent } from '../define-event.js';
import { IsAmount, IsCurrency, IsId } from '../rules.js';

const salesOrderId = '0199a1b0-0000-7000-8000-000000000041';
const customerId = '0199a1b0-0000-7000-8000-000000000071';

/**
 * The customer may owe this order too, and its amount is held against the limit.
 * Producer: finance. Consumer: orders (confirms the order when stock is held as well).
 */
export class CreditApprovedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly customerId!: string;
  @IsCurrency() readonly currency!: string;
  /** Held until it is invoiced or released: the order with its estimated tax. */
  @IsAmount() readonly amountHeld!: string;
}

export const CreditApproved = defineEvent({
  type: 'finance.credit-approved',
  version: 1,
  topic: 'finance.credit-check',
  key: 'salesOrderId',
  data: CreditApprovedV1,
  example: { salesOrderId, customerId, currency: 'GBP', amountHeld: '17.98' },
});

/**
 * Open invoices, holds and this order together would exceed the customer's limit: nothing is held.
 * Producer: finance. Consumer: orders (rejects the order).
 */
export class CreditRefusedV1 {
  @IsId() readonly salesOrderId!: string;
  @IsId() readonly customerId!: string;
  @IsCurrency() readonly currency!: string;
  @IsAmount() readonly limit!: string;
  /** What is open and held already. */
  @IsAmount() readonly exposure!: string;
  @IsAmount() readonly requested!: string;
}

export const CreditRefused = defineEvent({
  type: 'finance.credit-refused',
  version: 1,
  topic: 'finance.credit-check',
  key: 'salesOrderId',
  data: CreditRefusedV1,
  example: { salesOrderId, customerId, currency: 'GBP', limit: '100.00', exposure: '90.00', requested: '17.98' },
});
