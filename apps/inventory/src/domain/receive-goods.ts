import { GoodsReceived, type ReceiptKind } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money } from '@millrace/kernel';
import type { StockLine } from './document-line.js';
import type { Levels } from './levels.js';
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

/** Brings goods in at their cost: a move for each line. */
export function receiveGoods(lines: readonly StockLine[], levels: Levels, details: ReceiptDetails) {
  const { companyId, receiptId, kind, locationId, receivedOn, currency, now } = details;
  const moves = lines.map(({ item, quantity, cost }, index): StockMove => {
    levels.of(item.id, locationId).receive(quantity, cost);
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
  const totalCost = Money.sum(
    lines.map((line) => line.cost),
    currency,
  );
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
