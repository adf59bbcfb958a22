import type { ShortStockPolicy } from '@millrace/contracts';
import { Decimal, isRefusal, type LocalDate, Money, Quantity, type Refusal } from '@millrace/kernel';
import type { Customer } from './customer.js';
import { isNetTooLarge } from './limits.js';
import { amountTooLarge, customerInactive } from './refusals.js';
import { SalesOrder } from './sales-order.js';
import { type OrderedLine, priceLine, type Pricing, type SalesOrderLine } from './sales-order-line.js';

export type OrderWish = Readonly<{
  salesOrderId: string;
  reference?: string;
  /** Where the goods go; the customer's country when absent. */
  country?: string;
  documentOn: LocalDate;
  backdated: boolean;
  policy: ShortStockPolicy;
  warehouseId?: string;
  paymentTermDays?: number;
  lines: readonly OrderedLine[];
}>;

export type Moment = Readonly<{ placedAt: Date; answerDueAt: Date }>;

/**
 * A sales order as it is placed: priced and complete, waiting for stock and credit. Its number comes with the commit.
 *
 * The first line that cannot be taken refuses the order.
 */
export function placeOrder(wish: OrderWish, customer: Customer, pricing: Pricing, { placedAt, answerDueAt }: Moment): SalesOrder | Refusal {
  if (!customer.active) return customerInactive;
  const owner = { companyId: customer.companyId, orderId: wish.salesOrderId };
  const lines: SalesOrderLine[] = [];
  const named = new Map<string, Quantity>();
  for (const [index, ordered] of wish.lines.entries()) {
    const namedBefore = named.get(ordered.sku) ?? Quantity.zero;
    const line = priceLine(ordered, { ...owner, lineNo: index + 1, namedBefore }, pricing);
    if (isRefusal(line)) return line;
    named.set(line.sku, namedBefore.plus(line.stockQuantity));
    lines.push(line);
  }
  const netTotal = lines.reduce((total, line) => total.plus(line.netAmount), new Decimal(0));
  if (isNetTooLarge(netTotal)) return amountTooLarge;
  return Object.assign(new SalesOrder(), {
    companyId: customer.companyId,
    id: wish.salesOrderId,
    number: '',
    reference: wish.reference ?? null,
    customerId: customer.id,
    country: wish.country ?? customer.country,
    status: 'placed',
    credit: 'pending',
    stock: 'pending',
    cancellation: 'none',
    rejection: null,
    policy: wish.policy,
    documentOn: wish.documentOn,
    backdated: wish.backdated,
    currency: pricing.currency,
    warehouseId: wish.warehouseId ?? null,
    paymentTermDays: wish.paymentTermDays ?? customer.paymentTermDays,
    netTotal: Money.of(netTotal, pricing.currency).toDecimal(),
    estimatedGross: null,
    paidTotal: new Decimal(0),
    shortages: null,
    shipments: 0,
    firstShippedOn: null,
    invoicesPosted: 0,
    invoicesPaid: 0,
    delivered: false,
    shippable: false,
    overdue: false,
    placedAt,
    answerDueAt,
    silentSince: null,
    backOrderDueAt: null,
    version: 1,
    lines,
  });
}
