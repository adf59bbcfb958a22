import { Money } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CreditNote, creditedKey } from './credit-note.js';
import { credited, gbp, invoiced, ordered } from './receivable.fixture.js';

const totals = ({ netTotal, taxTotal, grossTotal }: CreditNote) => [netTotal, taxTotal, grossTotal].map((each) => each.toFixed(2)).join(' ');

/** Adds up what notes took of each invoice and tax, as the next one must know. */
function creditedBy(notes: readonly CreditNote[]): Map<string, Money> {
  const before = new Map<string, Money>();
  for (const { invoiceId, taxCode, rate, baseAmount } of notes.flatMap((note) => note.taxes)) {
    const key = creditedKey(invoiceId!, taxCode, rate);
    before.set(key, (before.get(key) ?? gbp('0')).plus(gbp(baseAmount.toFixed())));
  }
  return before;
}

describe('the credit note of goods that come back', () => {
  it('credits a whole invoice part by part, to the penny', () => {
    const order = ordered({ quantity: '3', net: '10.00' });
    const invoice = invoiced(order, '2011-01-10', { lineNo: 1, quantity: '3' });
    const notes: CreditNote[] = [];
    for (const before of ['0', '1', '2']) {
      notes.push(credited(order, '2011-01-20', [{ invoice, lineNo: 1, quantity: '1', before }], creditedBy(notes)));
    }
    expect(notes.map(totals)).toEqual(['3.33 0.67 4.00', '3.34 0.66 4.00', '3.33 0.67 4.00']);
    expect(invoice.grossTotal.toFixed()).toBe('12');
  });

  it('credits any parts of any invoice to what was invoiced, whatever is rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), (cents, parts) => {
        const whole = parts.reduce((sum, each) => sum + each, 0);
        const order = ordered({ quantity: `${whole}`, net: (cents / 100).toFixed(2) });
        const invoice = invoiced(order, '2010-12-10', { lineNo: 1, quantity: `${whole}` });
        const notes: CreditNote[] = [];
        let before = 0;
        for (const part of parts) {
          notes.push(credited(order, '2010-12-20', [{ invoice, lineNo: 1, quantity: `${part}`, before: `${before}` }], creditedBy(notes)));
          before += part;
        }
        const sum = Money.sum(
          notes.map((note) => note.creditOf(invoice.id)),
          'GBP',
        );
        expect(`${sum}`).toBe(`${invoice.money(invoice.grossTotal)}`);
      }),
      { numRuns: 50 },
    );
  });

  it('credits each of two invoices at its own rate, and not at that of the day', () => {
    const order = ordered({ quantity: '2', net: '20.00' });
    const december = invoiced(order, '2010-12-30', { lineNo: 1, quantity: '1' });
    const january = invoiced(order, '2011-01-05', { lineNo: 1, quantity: '1', before: '1' });
    const note = credited(order, '2011-01-20', [
      { invoice: december, lineNo: 1, quantity: '1' },
      { invoice: january, lineNo: 1, quantity: '1' },
    ]);
    expect(note.taxes.map(({ rate, taxAmount }) => `${rate.toFixed()} ${taxAmount.toFixed()}`)).toEqual(['0.175 1.75', '0.2 2']);
    expect([december, january].map(({ id }) => `${note.creditOf(id)}`)).toEqual(['11.75', '12.00']);
    expect(totals(note)).toBe('20.00 3.75 23.75');
  });
});
