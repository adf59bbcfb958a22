import type { ItemKind, SalesOrderLineV1, TaxCategory } from '@millrace/contracts';
import { type Decimal, isRefusal, type LocalDate, Money, Quantity, type Refusal } from '@millrace/kernel';
import type { ItemCopy } from './item-copy.js';
import { isAmountTooLarge, isPriceTooLarge, stockQuantity } from './limits.js';
import { amountTooLarge, itemInactive, itemUnknown, priceForbidden, priceMissing, unitUnknown } from './refusals.js';

/** One thing that was ordered, and what has become of it. Quantities but the entered one are in stock units. */
export class SalesOrderLine {
  companyId!: string;
  orderId!: string;
  lineNo!: number;
  itemId!: string;
  sku!: string;
  kind!: ItemKind;
  taxCategory!: TaxCategory;
  description!: string;
  /** As entered, in `unit`. */
  quantity!: Quantity;
  unit!: string;
  factor!: Quantity;
  stockQuantity!: Quantity;
  /** Of one `unit`, without tax. */
  unitPrice!: Decimal;
  netAmount!: Decimal;
  reserved!: Quantity;
  waiting!: Quantity;
  shipped!: Quantity;
  cancelled!: Quantity;
  /** Come back, or authorised to. */
  returned!: Quantity;

  /** Neither shipped nor cancelled. */
  get open(): Quantity {
    return this.stockQuantity.minus(this.shipped).minus(this.cancelled);
  }

  get returnable(): Quantity {
    return this.shipped.minus(this.returned);
  }

  /**
   * What inventory holds, as of one fact of it. Its shipments travel on another stream, so one may be known here before
   * the fact that its goods were held, or after: no more can be held or waited for than is open.
   */
  hold(reserved: Quantity, waiting: Quantity): void {
    this.waiting = waiting.atMost(this.open);
    this.reserved = reserved.atMost(this.open.minus(this.waiting));
  }

  ship(quantity: Quantity): void {
    this.shipped = this.shipped.plus(quantity);
    this.hold(this.reserved, this.waiting);
  }

  /** Cancels what will not be shipped; nothing is held for the line any more. */
  cancel(quantity: Quantity): void {
    this.cancelled = this.cancelled.plus(quantity);
    this.hold(Quantity.zero, Quantity.zero);
  }

  /** The line as the fact of the order tells it. */
  told(currency: string): SalesOrderLineV1 {
    const { lineNo, itemId, sku, kind, taxCategory, description, unit } = this;
    return {
      lineNo,
      itemId,
      sku,
      kind,
      taxCategory,
      description,
      unit,
      quantity: `${this.quantity}`,
      factor: `${this.factor}`,
      stockQuantity: `${this.stockQuantity}`,
      unitPrice: `${Money.of(this.unitPrice, currency)}`,
      netAmount: `${Money.of(this.netAmount, currency)}`,
    };
  }
}

/** A line as a customer orders it. */
export type OrderedLine = Readonly<{ sku: string; quantity: string; unit?: string; unitPrice?: string; description?: string }>;

export type Pricing = Readonly<{
  currency: string;
  documentOn: LocalDate;
  mayGivePrices: boolean;
  items: ReadonlyMap<string, ItemCopy>;
  /** Price of one stock unit on the date of the order, from the price list. */
  priceOf: (itemId: string) => Decimal | undefined;
}>;

/** Where a line stands: in which order, and how much of its item the lines before it name, in stock units. */
export type LinePlace = Readonly<{ companyId: string; orderId: string; lineNo: number; namedBefore?: Quantity }>;

/**
 * An ordered line with its price: the one that is given, by those who may, or the list's price times the unit's factor.
 *
 * net = quantity × unit price, rounded half away from zero to the minor unit.
 */
export function priceLine(ordered: OrderedLine, { namedBefore, ...place }: LinePlace, pricing: Pricing): SalesOrderLine | Refusal {
  const item = pricing.items.get(ordered.sku);
  if (!item) return itemUnknown(ordered.sku);
  if (!item.active) return itemInactive(ordered.sku);
  const unit = ordered.unit ?? item.unit;
  const factor = item.factorOf(unit);
  if (!factor) return unitUnknown(ordered.sku, unit);
  const price = priceOf(ordered, item, factor, pricing);
  if (isRefusal(price)) return price;
  const inStock = stockQuantity(item.sku, ordered.quantity, factor, namedBefore);
  if (isRefusal(inStock)) return inStock;
  const quantity = Quantity.of(ordered.quantity);
  const net = price.times(quantity).rounded();
  if (isPriceTooLarge(price.toDecimal()) || isAmountTooLarge(net.toDecimal())) return amountTooLarge;
  const nothing = { reserved: Quantity.zero, waiting: Quantity.zero, shipped: Quantity.zero, cancelled: Quantity.zero, returned: Quantity.zero };
  return Object.assign(new SalesOrderLine(), {
    ...place,
    ...nothing,
    itemId: item.itemId,
    sku: item.sku,
    kind: item.kind,
    taxCategory: item.taxCategory,
    description: ordered.description ?? item.name,
    quantity,
    unit,
    factor,
    stockQuantity: inStock,
    unitPrice: price.toDecimal(),
    netAmount: net.toDecimal(),
  });
}

function priceOf(ordered: OrderedLine, item: ItemCopy, factor: Quantity, pricing: Pricing): Money | Refusal {
  if (ordered.unitPrice !== undefined) return pricing.mayGivePrices ? Money.of(ordered.unitPrice, pricing.currency) : priceForbidden;
  const listed = pricing.priceOf(item.itemId);
  return listed ? Money.of(listed, pricing.currency).times(factor).rounded(6) : priceMissing(item.sku);
}
