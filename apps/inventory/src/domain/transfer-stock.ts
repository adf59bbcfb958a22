import { type LocalDate, type Money, type Refusal, sumBy } from '@millrace/kernel';
import type { StockLine } from './document-line.js';
import type { Levels } from './levels.js';
import { stockShort } from './refusals.js';
import { stockMove, type StockMove } from './stock-move.js';

/** Goods that went from one storage location to another, with their value. */
export class StockTransfer {
  companyId!: string;
  id!: string;
  fromLocationId!: string;
  toLocationId!: string;
  transferredOn!: LocalDate;
  recordedAt!: Date;
}

export type TransferDetails = Readonly<{
  companyId: string;
  transferId: string;
  from: string;
  to: string;
  transferredOn: LocalDate;
  currency: string;
  now: Date;
}>;

/**
 * Moves free stock between locations. What is held for orders stays where it is.
 *
 * @returns The refusal `stock-short` when less is free than is to go, with nothing changed.
 */
export function transferStock(
  lines: readonly StockLine[],
  levels: Levels,
  details: TransferDetails,
): { transfer: StockTransfer; moves: StockMove[] } | Refusal {
  const { companyId, transferId, from, to, transferredOn, currency, now } = details;
  const skus = new Map(lines.map(({ item }) => [item.id, item.sku]));
  for (const [itemId, quantity] of sumBy(
    lines,
    ({ item }) => item.id,
    (line) => line.quantity,
  )) {
    const available = levels.of(itemId, from).availableToPromise;
    if (quantity.isMoreThan(available)) return stockShort(skus.get(itemId)!, `${quantity}`, `${available}`);
  }
  const moves = lines.map(({ item, quantity }, index) => {
    const cost: Money = levels.of(item.id, from).issue(quantity, currency);
    levels.of(item.id, to).receive(quantity, cost);
    return stockMove({
      companyId,
      itemId: item.id,
      from,
      to,
      quantity,
      cost,
      kind: 'transfer',
      documentId: transferId,
      lineNo: index + 1,
      documentOn: transferredOn,
      recordedAt: now,
    });
  });
  const transfer = Object.assign(new StockTransfer(), { companyId, id: transferId, fromLocationId: from, toLocationId: to, transferredOn, recordedAt: now });
  return { transfer, moves };
}
