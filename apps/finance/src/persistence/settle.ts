import { CustomerInvoicePaid } from '@millrace/contracts';
import { Decimal, type LocalDate, type Refusal } from '@millrace/kernel';
import type { Cause, UnitOfWork } from '@millrace/messaging';
import type { CustomerInvoice } from '../domain/customer-invoice.js';
import { allocate, type Allocated, type Allocation, type Credit } from '../domain/payment.js';
import { invoiceRepeated, invoiceUnknown } from '../domain/refusals.js';
import type { ReceivableBook } from './receivable.repository.js';

export type Wish = Readonly<{ customerInvoiceId: string; amount?: string }>;
export type InvoiceWish = Readonly<{ invoice: CustomerInvoice; amount?: Decimal }>;

/** The invoices that a caller names, if they are the customer's. */
export function wishedInvoices(wishes: readonly Wish[], customerId: string, book: ReceivableBook): InvoiceWish[] | Refusal {
  const named = new Set<string>();
  const found: InvoiceWish[] = [];
  for (const { customerInvoiceId, amount } of wishes) {
    const invoice = book.invoices.get(customerInvoiceId);
    if (!invoice || invoice.customerId !== customerId) return invoiceUnknown(customerInvoiceId);
    if (named.has(customerInvoiceId)) return invoiceRepeated;
    named.add(customerInvoiceId);
    found.push({ invoice, amount: amount === undefined ? undefined : new Decimal(amount) });
  }
  return found;
}

/** Settles invoices from a credit, and tells of each on which nothing is open any more. */
export function settle(
  tx: UnitOfWork,
  credit: Credit,
  kind: Allocation['creditKind'],
  wishes: readonly InvoiceWish[],
  on: LocalDate,
  now: Date,
  book: ReceivableBook,
  cause: Cause,
): Allocated[] {
  const { allocated, allocations } = allocate(credit, kind, wishes, on, now);
  const account = book.accounts.get(credit.customerId)!;
  for (const { invoice, amount, paid } of allocated) {
    account.owe(amount.negated());
    tx.touch(invoice.id);
    if (paid) tx.publish(CustomerInvoicePaid.of({ customerInvoiceId: invoice.id, salesOrderId: invoice.orderId, paidOn: on }), cause);
  }
  tx.insert(...allocations);
  return allocated;
}
