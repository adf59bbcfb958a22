import { type ContractEvent, type CreditNotePostedV2, ReturnAuthorised, type ReturnLineV1, type ReturnSettlement } from '@millrace/contracts';
import { Decimal, isRefusal, type LocalDate, Money, Quantity, type Refusal } from '@millrace/kernel';
import type { Customer } from './customer.js';
import type { ItemCopy } from './item-copy.js';
import { isAmountTooLarge, isNetTooLarge, isPriceTooLarge, stockQuantity } from './limits.js';
import {
  amountTooLarge,
  costMissing,
  customerInactive,
  itemUnknown,
  lineRepeated,
  lineUnknown,
  returnBeforeShipment,
  returnTooMuch,
  unitUnknown,
} from './refusals.js';
import type { SalesOrder } from './sales-order.js';

/** `authorised` → `received` → `credited` → `settled`: refunded, or nothing was left to refund. */
export const RETURN_STATUSES = ['authorised', 'received', 'credited', 'settled'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

export class SalesReturnLine {
  companyId!: string;
  returnId!: string;
  lineNo!: number;
  orderLineNo!: number | null;
  itemId!: string;
  sku!: string;
  /** In stock units. */
  quantity!: Quantity;
  unitPrice!: Decimal | null;
  netAmount!: Decimal | null;
}

/** Goods that a customer sends back, of an order or without one, until the money is settled. */
export class SalesReturn {
  companyId!: string;
  id!: string;
  number!: string;
  reference!: string | null;
  orderId!: string | null;
  customerId!: string;
  status!: ReturnStatus;
  settlement!: ReturnSettlement;
  documentOn!: LocalDate;
  currency!: string;
  received!: boolean;
  creditNoteId!: string | null;
  creditNoteNumber!: string | null;
  grossTotal!: Decimal | null;
  refundDue!: Decimal | null;
  refundedTotal!: Decimal;
  authorisedAt!: Date;
  /** By when what is awaited should have been told; null when nothing is, or when it is overdue already. */
  answerDueAt!: Date | null;
  /** Since when an answer is overdue: reported, nothing else. */
  silentSince!: Date | null;
  version!: number;
  lines: SalesReturnLine[] = [];

  /** What another service has yet to tell: inventory that the goods are there, finance of the credit and the money. */
  get awaited(): 'receipt' | 'credit note' | 'refund' | undefined {
    if (this.status === 'settled') return undefined;
    return this.status === 'authorised' ? 'receipt' : this.status === 'received' ? 'credit note' : 'refund';
  }

  /** Keeps the time for what is awaited: it begins anew with each answer. `before` is what was awaited until then. */
  keepTime(before: SalesReturn['awaited'], answerDueAt: Date): void {
    if (this.awaited === before) return;
    this.answerDueAt = this.awaited ? answerDueAt : null;
    this.silentSince = null;
  }

  /** What is awaited is overdue. */
  fallSilent(): void {
    this.silentSince = this.answerDueAt;
    this.answerDueAt = null;
  }

  goodsReceived(): void {
    this.received = true;
    this.derive();
  }

  /** Once: there is one credit note for what came back. */
  credited(fact: CreditNotePostedV2): void {
    if (this.creditNoteId) return;
    this.creditNoteId = fact.creditNoteId;
    this.creditNoteNumber = fact.number;
    this.grossTotal = new Decimal(fact.grossTotal);
    this.refundDue = new Decimal(fact.refundTotal);
    this.derive();
  }

  /** May come before the credit note's own fact: they stand on different topics. */
  refunded(amount: string): void {
    this.refundedTotal = this.refundedTotal.plus(amount);
    this.derive();
  }

  private derive(): void {
    const settled = this.refundDue !== null && this.refundedTotal.greaterThanOrEqualTo(this.refundDue);
    this.status = settled ? 'settled' : this.refundDue !== null ? 'credited' : this.received ? 'received' : 'authorised';
  }
}

export type ReturnWish = Readonly<{
  returnId: string;
  reference?: string;
  /** Where the goods come from; the customer's country when absent. */
  country?: string;
  documentOn: LocalDate;
  backdated: boolean;
  settlement: ReturnSettlement;
  warehouseId?: string;
  now: Date;
  answerDueAt: Date;
}>;

export type AuthorisedReturn = Readonly<{ salesReturn: SalesReturn; fact: () => ContractEvent }>;

/**
 * Lets goods of an order come back: of each line at most what was shipped, less what came back or may already, and not
 * before anything had left.
 *
 * @param lines Quantities in the order line's own unit.
 */
export function returnOfOrder(
  order: SalesOrder,
  lines: readonly Readonly<{ lineNo: number; quantity: string }>[],
  wish: ReturnWish,
): AuthorisedReturn | Refusal {
  const { firstShippedOn } = order;
  if (wish.backdated && firstShippedOn && wish.documentOn < firstShippedOn) return returnBeforeShipment(firstShippedOn);
  const named = new Set<number>();
  const told: ReturnLineV1[] = [];
  for (const { lineNo, quantity: entered } of lines) {
    const line = order.lines.find((each) => each.lineNo === lineNo);
    if (!line) return lineUnknown(lineNo);
    if (named.has(lineNo)) return lineRepeated(lineNo);
    named.add(lineNo);
    const quantity = stockQuantity(line.sku, entered, line.factor);
    if (isRefusal(quantity)) return quantity;
    if (quantity.isMoreThan(line.returnable)) return returnTooMuch(lineNo, `${quantity}`, `${line.returnable}`);
    const { itemId, sku, kind, taxCategory, description } = line;
    told.push({ lineNo: told.length + 1, orderLineNo: lineNo, itemId, sku, kind, taxCategory, description, quantity: `${quantity}` });
  }
  for (const { orderLineNo, quantity } of told) {
    const line = order.lines.find((each) => each.lineNo === orderLineNo)!;
    line.returned = line.returned.plus(Quantity.of(quantity));
  }
  return authorised({ ...order, customerId: order.customerId, warehouseId: wish.warehouseId ?? order.warehouseId ?? undefined, orderId: order.id }, told, wish);
}

export type FreeReturnLine = Readonly<{ sku: string; quantity: string; unit?: string; unitPrice: string; unitCost?: string }>;

/**
 * Lets goods come back that no order is named for, at a given price and cost. Prices and costs are of the entered unit.
 */
export function returnWithoutOrder(
  customer: Customer,
  currency: string,
  lines: readonly FreeReturnLine[],
  items: ReadonlyMap<string, ItemCopy>,
  wish: ReturnWish,
): AuthorisedReturn | Refusal {
  if (!customer.active) return customerInactive;
  const told: ReturnLineV1[] = [];
  const named = new Map<string, Quantity>();
  for (const line of lines) {
    const namedBefore = named.get(line.sku) ?? Quantity.zero;
    const result = freeLine(line, { lineNo: told.length + 1, namedBefore }, items.get(line.sku), currency);
    if (isRefusal(result)) return result;
    named.set(line.sku, namedBefore.plus(Quantity.of(result.quantity)));
    told.push(result);
  }
  const total = (worth: (line: ReturnLineV1) => Decimal) => told.reduce((sum, line) => sum.plus(worth(line)), new Decimal(0));
  if (isNetTooLarge(total((line) => new Decimal(line.netAmount!)))) return amountTooLarge;
  if (isAmountTooLarge(total((line) => costOf(line, currency)))) return amountTooLarge;
  return authorised(
    { companyId: customer.companyId, customerId: customer.id, country: wish.country ?? customer.country, currency, warehouseId: wish.warehouseId },
    told,
    wish,
  );
}

/** As inventory will book it. */
function costOf({ unitCost = '0', quantity }: ReturnLineV1, currency: string): Decimal {
  return Money.of(unitCost, currency).times(Quantity.of(quantity)).rounded().toDecimal();
}

type FreeLinePlace = Readonly<{ lineNo: number; namedBefore: Quantity }>;

function freeLine(line: FreeReturnLine, { lineNo, namedBefore }: FreeLinePlace, item: ItemCopy | undefined, currency: string): ReturnLineV1 | Refusal {
  if (!item) return itemUnknown(line.sku);
  const factor = item.factorOf(line.unit ?? item.unit);
  if (!factor) return unitUnknown(line.sku, line.unit!);
  const { itemId, sku, kind, taxCategory, name: description } = item;
  if (kind === 'stocked' && line.unitCost === undefined) return costMissing(sku);
  const quantity = stockQuantity(sku, line.quantity, factor, namedBefore);
  if (isRefusal(quantity)) return quantity;
  const net = Money.of(line.unitPrice, currency).times(Quantity.of(line.quantity)).rounded();
  const perStockUnit = (amount: string) => Money.of(amount, currency).dividedBy(factor).rounded(6);
  const unitPrice = perStockUnit(line.unitPrice);
  const unitCost = perStockUnit(line.unitCost ?? '0');
  if ([unitPrice, unitCost].some((price) => isPriceTooLarge(price.toDecimal())) || isAmountTooLarge(net.toDecimal())) return amountTooLarge;
  return {
    lineNo,
    itemId,
    sku,
    kind,
    taxCategory,
    description,
    quantity: `${quantity}`,
    unitPrice: `${unitPrice}`,
    netAmount: `${net}`,
    unitCost: kind === 'stocked' ? `${unitCost}` : undefined,
  };
}

type Subject = Readonly<{ companyId: string; customerId: string; country: string; currency: string; orderId?: string; warehouseId?: string }>;

function authorised(subject: Subject, told: readonly ReturnLineV1[], wish: ReturnWish): AuthorisedReturn {
  const { companyId, customerId, country, currency, orderId, warehouseId } = subject;
  const salesReturn = Object.assign(new SalesReturn(), {
    companyId,
    id: wish.returnId,
    number: '',
    reference: wish.reference ?? null,
    orderId: orderId ?? null,
    customerId,
    status: 'authorised',
    settlement: wish.settlement,
    documentOn: wish.documentOn,
    currency,
    received: false,
    creditNoteId: null,
    creditNoteNumber: null,
    grossTotal: null,
    refundDue: null,
    refundedTotal: new Decimal(0),
    authorisedAt: wish.now,
    answerDueAt: wish.answerDueAt,
    silentSince: null,
    version: 1,
    lines: told.map((line) =>
      Object.assign(new SalesReturnLine(), {
        companyId,
        returnId: wish.returnId,
        lineNo: line.lineNo,
        orderLineNo: line.orderLineNo ?? null,
        itemId: line.itemId,
        sku: line.sku,
        quantity: Quantity.of(line.quantity),
        unitPrice: line.unitPrice ? new Decimal(line.unitPrice) : null,
        netAmount: line.netAmount ? new Decimal(line.netAmount) : null,
      }),
    ),
  });
  const fact = () =>
    ReturnAuthorised.of({
      returnId: salesReturn.id,
      number: salesReturn.number,
      salesOrderId: orderId,
      customerId,
      country,
      documentOn: wish.documentOn,
      backdated: wish.backdated,
      currency,
      settlement: wish.settlement,
      warehouseId,
      lines: told,
    }) as ContractEvent;
  return { salesReturn, fact };
}
