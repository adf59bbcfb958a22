import type { GoodsReceivedV1, StockAdjustedV1 } from '@millrace/contracts';
import { Money } from '@millrace/kernel';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';

/** Inventory against opening balances, or against what a supplier has yet to invoice. */
export function entryOfReceipt(receipt: GoodsReceivedV1, date: PostingDate, recordedAt: Date): Draft {
  const cost = Money.of(receipt.totalCost, receipt.currency);
  return {
    journal: 'STK',
    source: 'receipt',
    sourceId: receipt.receiptId,
    description: receipt.kind === 'opening' ? 'Opening stock' : 'Goods received',
    date,
    recordedAt,
    lines: [
      { role: 'inventory', amount: cost },
      { role: receipt.kind === 'opening' ? 'opening-balance' : 'goods-received-not-invoiced', amount: cost.negated() },
    ],
  };
}

/** Gains and losses, each in full, against the inventory adjustment account. */
export function entryOfStockAdjustment(adjustment: StockAdjustedV1, date: PostingDate, recordedAt: Date): Draft {
  const gain = Money.of(adjustment.gainTotal, adjustment.currency);
  const loss = Money.of(adjustment.lossTotal, adjustment.currency);
  return {
    journal: 'STK',
    source: 'stock-adjustment',
    sourceId: adjustment.adjustmentId,
    description: 'Stock found and lost',
    date,
    recordedAt,
    lines: [
      { role: 'inventory', amount: gain, text: 'found' },
      { role: 'inventory-adjustment', amount: gain.negated(), text: 'found' },
      { role: 'inventory-adjustment', amount: loss, text: 'lost' },
      { role: 'inventory', amount: loss.negated(), text: 'lost' },
    ],
  };
}
