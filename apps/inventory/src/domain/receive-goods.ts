import { GoodsReceived, type ReceiptKind } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money, type Refusal } from '@millrace/kernel';
import type { StockLine } from './document-line.js';
import type { Levels } from './levels.js';
import { isAmountTooLarge, whyTooLarge } from './limits.js';
import { amountTooLarge } from './refusals.js';
import type { StockLevel } from './stock-level.js';
import { stockMove, type StockMove } from './stock-move.js';

/** Goods that came in, from a supplier or as the opening stock. */
export class Receipt {
  companyId!: string;
  id!: string;
  kind!: ReceiptKind;
  locationId!: string;
  reference!: string | null;
  receivedOn!: LocalDate;
  currency!: string;
  totalCost!: Decimal;
  lineCount!: number;
  recordedAt!: Date;
}

export type ReceiptDetails = Readonly<{
  companyId: string;
  receiptId: string;
  kind: ReceiptKind;
  locationId: string;
  /** Where goods of this kind come from. */
  fromLocationId: string;
  reference?: string;
  receivedOn: LocalDate;
  currency: string;
  now: Date;
}>;

export type Received = Readonly<{ receipt: Receipt; moves: readonly StockMove[]; fact: ReturnType<typeof GoodsReceived.of> }>;

/**
 * Brings goods in at their cost: a move for each line.
 *
 * @returns The refusal `quantity-too-large` or `amount-too-large` when the books cannot hold so much, with nothing changed.
 */
export function receiveGoods(lines: readonly StockLine[], levels: Levels, details: ReceiptDetails): Received | Refusal {
  const { companyId, receiptId, kind, locationId, receivedOn, currency, now } = details;
  const totalCost = Money.sum(
    lines.map((line) => line.cost),
    currency,
  );
  const tooLarge = isAmountTooLarge(totalCost) ? amountTooLarge : overflow(lines, levels, details);
  if (tooLarge) return tooLarge;
  const moves = lines.map(({ item, quantity, cost }, index): StockMove => {
    levels.of(item.id, locationId).receive(quantity, cost, receivedOn);
    return stockMove({
      companyId,
      itemId: item.id,
      from: details.fromLocationId,
      to: locationId,
      quantity,
      cost,
      kind: 'receipt',
      documentId: receiptId,
      lineNo: index + 1,
      documentOn: receivedOn,
      recordedAt: now,
    });
  });
  const receipt = Object.assign(new Receipt(), {
    companyId,
    id: receiptId,
    kind,
    locationId,
    reference: details.reference ?? null,
    receivedOn,
    currency,
    totalCost: totalCost.toDecimal(),
    lineCount: lines.length,
    recordedAt: now,
  });
  const fact = GoodsReceived.of({
    receiptId,
    kind,
    receivedOn,
    currency,
    totalCost: `${totalCost}`,
    lines: lines.map(({ item, quantity, cost }) => ({ itemId: item.id, quantity: `${quantity}`, cost: `${cost}` })),
  });
  return { receipt, moves, fact };
}

function overflow(lines: readonly StockLine[], levels: Levels, { locationId, receivedOn }: ReceiptDetails): Refusal | undefined {
  const tried = new Map<string, StockLevel>();
  for (const { item, quantity, cost } of lines) {
    const level = tried.get(item.id) ?? levels.of(item.id, locationId).copy();
    tried.set(item.id, level);
    level.receive(quantity, cost, receivedOn);
    const refusal = whyTooLarge(level, item.sku);
    if (refusal) return refusal;
  }
  return undefined;
}
