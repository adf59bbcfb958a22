import { assert, Decimal, localDate } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { allocate } from './allocation.js';
import type { BillingOrder } from './billing-order.js';
import type { CustomerInvoice } from './customer-invoice.js';
import { adjustment, credited, dated, gbp, invoiced, NOW, ordered, payment, type ReturnedLine } from './receivable.fixture.js';
import { entryOfAdjustment } from './receivable-adjustment.js';
import { type InvoicePast, settleReturn } from './settle-return.js';

const ON = localDate('2011-01-10');

/** Invoices of one order, 12.00 each with tax, and what became of them. */
class Case {
  readonly order: BillingOrder;
  readonly invoices: readonly CustomerInvoice[];
  private readonly pasts = new Map<string, InvoicePast>();

  constructor(count = 1) {
    this.order = ordered(...Array.from({ length: count }, () => ({ quantity: '2', net: '10.00' })));
    this.invoices = this.order.lines.map(({ lineNo }) => invoiced(this.order, '2011-01-05', { lineNo, quantity: '2' }));
    for (const { id } of this.invoices) this.pasts.set(id, { credited: gbp('0'), writtenOff: gbp('0') });
  }

  pay(invoice: CustomerInvoice, amount: string): this {
    allocate(payment(amount), [{ debit: invoice }], ON, NOW);
    return this;
  }

  writeOff(invoice: CustomerInvoice): this {
    const { id, openAmount } = invoice;
    this.pasts.set(id, { ...this.pasts.get(id)!, writtenOff: gbp(openAmount.toFixed()) });
    allocate(adjustment('write-off', openAmount.negated().toFixed()), [{ debit: invoice }], ON, NOW);
    return this;
  }

  /** What a return leaves on its note, takes back of write-offs, and settles: "on the note | taken back | settled". */
  takeBack(...lines: Omit<ReturnedLine, 'lineNo'>[]): string {
    const returned = lines.map((line) => ({ ...line, lineNo: this.invoices.indexOf(line.invoice) + 1 }));
    const note = credited(this.order, '2011-01-20', returned);
    const { allocated, reversals } = settleReturn(
      note,
      lines.map(({ invoice }) => invoice),
      this.pasts,
      dated('2011-01-20'),
      NOW,
    );
    const sum = (amounts: readonly Readonly<{ amount: Decimal }>[]) => amounts.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
    const used = sum(allocated).plus(sum(reversals));
    assert(used.plus(note.openAmount).equals(note.grossTotal), 'a part of the note is lost');
    return [note.openAmount, sum(reversals), sum(allocated)].map((amount) => amount.toFixed(2)).join(' | ');
  }
}

describe('a return', () => {
  it('settles what is open on its invoice, and leaves what was paid to be refunded', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    expect(one.pay(invoice, '7.00').takeBack({ invoice, quantity: '2' })).toBe('7.00 | 0.00 | 5.00');
    expect(invoice.openAmount.toFixed()).toBe('0');
  });

  it('gives back what was paid and takes back what was written off, so that nothing stays on the customer', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    expect(one.pay(invoice, '11.90').writeOff(invoice).takeBack({ invoice, quantity: '2' })).toBe('11.90 | 0.10 | 0.00');
  });

  it('in parts gives back what was paid first, and takes back the write-off with the last', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    one.pay(invoice, '11.90').writeOff(invoice);
    expect(one.takeBack({ invoice, quantity: '1' })).toBe('6.00 | 0.00 | 0.00');
    expect(one.takeBack({ invoice, quantity: '1', before: '1' })).toBe('5.90 | 0.10 | 0.00');
  });

  it('of what nobody paid gives nothing back', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    expect(one.writeOff(invoice).takeBack({ invoice, quantity: '2' })).toBe('0.00 | 12.00 | 0.00');
  });

  it('gives nothing back of what was written off after an earlier part came back', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    expect(one.takeBack({ invoice, quantity: '1' })).toBe('0.00 | 0.00 | 6.00');
    expect(one.writeOff(invoice).takeBack({ invoice, quantity: '1', before: '1' })).toBe('0.00 | 6.00 | 0.00');
  });

  it('of two invoices settles what is open on one with what was paid on the other, and not with what was written off of it', () => {
    const [paid, writtenOff] = [new Case(2), new Case(2)];
    const [a, b] = paid.invoices as [CustomerInvoice, CustomerInvoice];
    expect(paid.pay(a, '12.00').takeBack({ invoice: a, quantity: '1' }, { invoice: b, quantity: '1' })).toBe('0.00 | 0.00 | 12.00');
    const [c, d] = writtenOff.invoices as [CustomerInvoice, CustomerInvoice];
    expect(writtenOff.writeOff(c).takeBack({ invoice: c, quantity: '2' }, { invoice: d, quantity: '1' })).toBe('0.00 | 12.00 | 6.00');
    expect([b.openAmount.toFixed(), d.openAmount.toFixed()]).toEqual(['0', '6']);
  });

  it('takes a write-off back from bad debts', () => {
    const one = new Case();
    const [invoice] = one.invoices as [CustomerInvoice];
    one.writeOff(invoice);
    const pasts = new Map([[invoice.id, { credited: gbp('0'), writtenOff: gbp('12.00') }]]);
    const note = credited(one.order, '2011-01-20', [{ invoice, lineNo: 1, quantity: '2' }]);
    const { reversals, allocations } = settleReturn(note, [invoice], pasts, dated('2011-01-20'), NOW);
    expect(reversals).toMatchObject([{ kind: 'write-off-reversal', invoiceId: invoice.id }]);
    expect(allocations).toMatchObject([{ debitKind: 'write-off-reversal', creditKind: 'credit-note' }]);
    const lines = entryOfAdjustment(reversals[0]!, dated('2011-01-20')).lines.map(({ role, amount }) => `${role} ${amount}`);
    expect(lines).toEqual(['receivable 12.00', 'bad-debt -12.00']);
  });
});
