import { Decimal } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { adjustment, dated } from './receivable.fixture.js';
import { ADJUSTMENT_KINDS, entryOfAdjustment } from './receivable-adjustment.js';

describe('an adjustment of what a customer owes', () => {
  it.each(ADJUSTMENT_KINDS.flatMap((kind) => ['8.00', '-8.00'].map((amount) => [kind, amount] as const)))(
    'of the kind %s by %s is booked in its direction',
    (kind, amount) => {
      const { lines } = entryOfAdjustment(adjustment(kind, amount), dated('2011-01-10'));
      const [against, sign] = [kind === 'opening' ? 'opening-balance' : 'bad-debt', amount.startsWith('-') ? '' : '-'];
      expect(lines.map(({ role, amount: booked }) => `${role} ${booked}`)).toEqual([`receivable ${amount}`, `${against} ${sign}8.00`]);
    },
  );

  it('opens receivables against the opening balances, as a document of its own', () => {
    expect(entryOfAdjustment(adjustment('opening', '8.00'), dated('2011-01-10'))).toMatchObject({ journal: 'GEN', source: 'receivable-opening' });
  });

  it('above zero can be settled, and below zero can settle', () => {
    const [owed, favour] = [adjustment('opening', '8.00'), adjustment('opening', '-8.00')];
    expect([owed.isDebit, owed.left.toFixed(), favour.isDebit, favour.left.toFixed()]).toEqual([true, '0', false, '8']);
    expect([owed.settle(new Decimal('7.99')), owed.settle(new Decimal('0.01'))]).toEqual([false, true]);
    favour.use(new Decimal('8.00'));
    expect([owed.openAmount.toFixed(), favour.openAmount.toFixed()]).toEqual(['0', '0']);
  });
});
