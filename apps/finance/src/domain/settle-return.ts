import type { Money } from '@millrace/kernel';
import { allocate, type Allocated, type Allocation, type DebitWish } from './allocation.js';
import type { CreditNote } from './credit-note.js';
import type { CustomerInvoice } from './customer-invoice.js';
import type { PostingDate } from './period.js';
import { adjustReceivable, type ReceivableAdjustment } from './receivable-adjustment.js';

/** What became of an invoice before: credited by earlier notes, and written off. */
export type InvoicePast = Readonly<{ credited: Money; writtenOff: Money }>;

export type SettledReturn = Readonly<{
  /** The invoices on which something was open. */
  allocated: readonly Allocated[];
  allocations: readonly Allocation[];
  /** Write-offs that are taken back. */
  reversals: readonly ReceivableAdjustment[];
}>;

/**
 * How much of what a note credits had been written off. What was paid, or is still owed, comes back first.
 *
 *   over(credited + part) − over(credited), where over(x) = max(0, x − (gross − written off))
 *
 * @example Of 12.00, paid 11.90 and written off 0.10, the first 6.00 hold nothing of it, the second 0.10.
 */
export function writtenOffPart(gross: Money, { credited, writtenOff }: InvoicePast, part: Money): Money {
  const over = (total: Money) => total.minus(total.atMost(gross.minus(writtenOff)));
  return over(credited.plus(part)).minus(over(credited));
}

/**
 * Uses up the credit note of a return. Its part of each invoice first settles what is open on it, then what was written
 * off of it: that write-off is taken back, since nobody paid it. What is left settles the other invoices of the goods;
 * the rest, which was paid, stays open on the note.
 *
 * @param pasts By invoice; this note's part is added.
 */
export function settleReturn(
  note: CreditNote,
  invoices: readonly CustomerInvoice[],
  pasts: Map<string, InvoicePast>,
  date: PostingDate,
  now: Date,
): SettledReturn {
  const parts = invoices.map((invoice) => {
    const part = note.creditOf(invoice.id);
    const beyondOpen = part.minus(part.atMost(note.money(invoice.openAmount)));
    const { credited, writtenOff } = pasts.get(invoice.id)!;
    pasts.set(invoice.id, { credited: credited.plus(part), writtenOff });
    return { invoice, part, writtenOff: writtenOffPart(note.money(invoice.grossTotal), { credited, writtenOff }, part).atMost(beyondOpen) };
  });
  const reversals = parts
    .filter(({ writtenOff }) => writtenOff.isPositive())
    .map(({ invoice, writtenOff }) => reversalOf(note, invoice, writtenOff, date, now));
  const use = (wishes: readonly DebitWish[]) => allocate(note, wishes, date.documentOn, now);
  const own = use(parts.map(({ invoice, part }) => ({ debit: invoice, amount: part.toDecimal() })));
  const reversed = use(reversals.map((debit) => ({ debit })));
  const others = use(invoices.map((debit) => ({ debit })));
  return {
    allocated: [...own.allocated, ...others.allocated],
    allocations: [...own.allocations, ...reversed.allocations, ...others.allocations],
    reversals,
  };
}

function reversalOf(note: CreditNote, invoice: CustomerInvoice, change: Money, date: PostingDate, now: Date): ReceivableAdjustment {
  const { companyId, customerId } = note;
  const reason = `Written off ${invoice.number}, goods returned`;
  return adjustReceivable({ companyId, kind: 'write-off-reversal', customerId, invoiceId: invoice.id, reason, change, date, now });
}
