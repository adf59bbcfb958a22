import type { LocalDate, Money, Quantity, Refusal } from '@millrace/kernel';
import type { StockLine } from './document-line.js';
import type { Levels } from './levels.js';
import { whyShort, whyTooLarge } from './limits.js';
import type { StockLevel } from './stock-level.js';
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
 * @returns The refusal `stock-short` when less is free than is to go, `stock-short-on-date` when it was not there on some
 *   day since, `quantity-too-large` or `amount-too-large` when the books cannot hold it there; with nothing changed.
 */
export function transferStock(
  lines: readonly StockLine[],
  levels: Levels,
  details: TransferDetails,
): { transfer: StockTransfer; moves: StockMove[] } | Refusal {
  const { companyId, transferId, from, to, transferredOn, currency, now } = details;
  const refused = tryOut(lines, levels, details);
  if (refused) return refused;
  const moves = lines.map(({ item, quantity }, index) => {
    const cost: Money = levels.of(item.id, from).issue(quantity, currency, transferredOn);
    levels.of(item.id, to).receive(quantity, cost, transferredOn);
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

/** The lines one after the other on a copy of the stock: why they cannot go, if they cannot. */
function tryOut(lines: readonly StockLine[], levels: Levels, { from, to, transferredOn, currency }: TransferDetails): Refusal | undefined {
  const tried = new Map<string, { source: StockLevel; target: StockLevel; free: Quantity }>();
  for (const { item, quantity } of lines) {
    const source = levels.of(item.id, from);
    const trial = tried.get(item.id) ?? { source: source.copy(), target: levels.of(item.id, to).copy(), free: source.availableToPromise };
    const short = whyShort(trial.source, item.sku, quantity, trial.free, transferredOn);
    if (short) return short;
    trial.target.receive(quantity, trial.source.issue(quantity, currency, transferredOn), transferredOn);
    const tooLarge = whyTooLarge(trial.target, item.sku);
    if (tooLarge) return tooLarge;
    tried.set(item.id, { ...trial, free: trial.free.minus(quantity) });
  }
  return undefined;
}
