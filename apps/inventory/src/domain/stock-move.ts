import { Decimal, type LocalDate, type Money, newId, Quantity } from '@millrace/kernel';

export const MOVE_KINDS = ['receipt', 'shipment', 'return', 'gain', 'loss', 'transfer'] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];

/** Goods went from one place to another, at a cost. Final: a mistake is mended by another move. */
export class StockMove {
  companyId!: string;
  id!: string;
  itemId!: string;
  fromLocationId!: string;
  toLocationId!: string;
  /** In stock units, above zero. */
  quantity!: Quantity;
  /** In the company's base currency. */
  cost!: Decimal;
  kind!: MoveKind;
  /** The shipment, receipt, return, adjustment or transfer. */
  documentId!: string;
  lineNo!: number;
  /** For shipments and returns of an order. */
  orderId!: string | null;
  /** The date on the document. */
  documentOn!: LocalDate;
  /** The date on which it counts. */
  postedOn!: LocalDate;
  recordedAt!: Date;
}

export type MoveDetails = Readonly<{
  companyId: string;
  itemId: string;
  from: string;
  to: string;
  quantity: Quantity;
  cost: Money;
  kind: MoveKind;
  documentId: string;
  lineNo: number;
  orderId?: string;
  documentOn: LocalDate;
  postedOn?: LocalDate;
  recordedAt: Date;
}>;

export function stockMove(details: MoveDetails): StockMove {
  const { from, to, cost, orderId, postedOn, ...same } = details;
  return Object.assign(new StockMove(), {
    ...same,
    id: newId(),
    fromLocationId: from,
    toLocationId: to,
    cost: cost.toDecimal(),
    orderId: orderId ?? null,
    postedOn: postedOn ?? details.documentOn,
  });
}
