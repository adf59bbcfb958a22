import { CustomerInvoicePaid } from '@millrace/contracts';
import { isRefusal, type LocalDate, type Refusal } from '@millrace/kernel';
import type { Cause, UnitOfWork } from '@millrace/messaging';
import { allocate, type Allocated, type Credit, type DebitWish } from '../domain/allocation.js';
import { personsAmount } from '../domain/business-date.js';
import type { CreditNote } from '../domain/credit-note.js';
import type { CustomerInvoice } from '../domain/customer-invoice.js';
import type { Payment } from '../domain/payment.js';
import { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { adjustmentNotCredit, adjustmentRepeated, adjustmentUnknown, allocationTarget, invoiceRepeated, invoiceUnknown, notFound } from '../domain/refusals.js';
import type { ReceivableBook } from './receivable.repository.js';

const NAMES = { payments: 'payment', creditNotes: 'credit note', adjustments: 'adjustment' } as const;

/** An invoice, or an adjustment that raised what the customer owes. */
export type Wish = Readonly<{ customerInvoiceId?: string; adjustmentId?: string; amount?: string }>;

/** The documents that a caller wants to settle, if they are the customer's. */
export function wishedDebits(wishes: readonly Wish[], customerId: string, currency: string, book: ReceivableBook): DebitWish[] | Refusal {
  const named = new Set<unknown>();
  const found: DebitWish[] = [];
  for (const wish of wishes) {
    const debit = debitOf(wish, customerId, book);
    if (isRefusal(debit)) return debit;
    if (named.has(debit)) return wish.adjustmentId === undefined ? invoiceRepeated : adjustmentRepeated;
    named.add(debit);
    const amount = wish.amount === undefined ? undefined : personsAmount(wish.amount, undefined, currency);
    if (isRefusal(amount)) return amount;
    found.push({ debit, amount: amount?.toDecimal() });
  }
  return found;
}

function debitOf({ customerInvoiceId, adjustmentId }: Wish, customerId: string, book: ReceivableBook): CustomerInvoice | ReceivableAdjustment | Refusal {
  if ((customerInvoiceId === undefined) === (adjustmentId === undefined)) return allocationTarget;
  if (customerInvoiceId !== undefined) {
    const invoice = book.invoices.get(customerInvoiceId);
    return invoice?.customerId === customerId ? invoice : invoiceUnknown(customerInvoiceId);
  }
  const adjustment = book.adjustments.get(adjustmentId!);
  return adjustment?.isDebit && adjustment.customerId === customerId ? adjustment : adjustmentUnknown(adjustmentId!);
}

/** A document with something on account: of which kind, and its id. */
export type CreditName = Readonly<{ from: 'payments' | 'creditNotes' | 'adjustments'; id: string }>;

/** What has to be locked to settle what wishes name from what is on account. */
export function documentsOf(credits: readonly CreditName[], wishes: readonly Wish[] = []) {
  const idsOf = (kind: CreditName['from']) => credits.filter(({ from }) => from === kind).map(({ id }) => id);
  return {
    invoices: wishes.flatMap((wish) => wish.customerInvoiceId ?? []),
    payments: idsOf('payments'),
    creditNotes: idsOf('creditNotes'),
    adjustments: [...idsOf('adjustments'), ...wishes.flatMap((wish) => wish.adjustmentId ?? [])],
  };
}

/** The document, if there is one of this kind with this id, and if it can settle others. */
export function creditOf({ from, id }: CreditName, book: ReceivableBook): Payment | CreditNote | ReceivableAdjustment | Refusal {
  const credit = book[from].get(id);
  if (!credit) return notFound(NAMES[from]);
  return credit instanceof ReceivableAdjustment && credit.isDebit ? adjustmentNotCredit : credit;
}

/** Settles documents from a credit, and tells of each invoice on which nothing is open any more. */
export function settle(
  tx: UnitOfWork,
  credit: Credit,
  wishes: readonly DebitWish[],
  on: LocalDate,
  now: Date,
  book: ReceivableBook,
  cause: Cause,
): Allocated[] {
  const { allocated, allocations } = allocate(credit, wishes, on, now);
  tx.insert(...allocations);
  for (const fact of settled(tx, allocated, credit.customerId, on, book)) tx.publish(fact, cause);
  return allocated;
}

/** Frees the credit limit of what was settled. @returns the facts that follow. */
export function settled(tx: UnitOfWork, allocated: readonly Allocated[], customerId: string, on: LocalDate, book: ReceivableBook) {
  const account = book.accounts.get(customerId)!;
  return allocated.flatMap(({ debit, amount, paid }) => {
    account.settled(debit, amount);
    if (debit.debitKind !== 'invoice') return [];
    tx.touch(debit.id);
    return paid ? [CustomerInvoicePaid.of({ customerInvoiceId: debit.id, salesOrderId: debit.orderId!, paidOn: on })] : [];
  });
}
