import {
  CancellationRequested,
  type CancellationReason,
  type ContractEvent,
  type CustomerInvoicePostedV1,
  type RejectionReason,
  type ReservationRefusedV2,
  type ReservationReleasedV1,
  SalesOrderCancelled,
  SalesOrderCompleted,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  SalesOrderRejected,
  type ShipmentDispatchedV1,
  type ShortageV1,
  type ShortStockPolicy,
  type StockReservedV1,
} from '@millrace/contracts';
import { assert, Decimal, type LocalDate, Money, Quantity, type Refusal } from '@millrace/kernel';
import { cancellationPending, orderClosed, orderShipped } from './refusals.js';
import type { SalesOrderLine } from './sales-order-line.js';

/** Where an order stands. `partly-shipped` may still grow; `rejected`, `cancelled` and `completed` are the ends. */
export const ORDER_STATUSES = ['placed', 'confirmed', 'partly-shipped', 'shipped', 'completed', 'rejected', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** An invoice of the order, as finance told it. */
export class OrderInvoice {
  companyId!: string;
  id!: string;
  orderId!: string;
  shipmentId!: string;
  number!: string;
  postedOn!: LocalDate;
  dueOn!: LocalDate;
  grossTotal!: Decimal;
  paid!: boolean;
  overdue!: boolean;
  /** When to ask whether it is still open; null when that is settled. */
  deadlineAt!: Date | null;

  static of(fact: CustomerInvoicePostedV1, companyId: string, deadlineAt: Date): OrderInvoice {
    return Object.assign(new OrderInvoice(), {
      companyId,
      id: fact.customerInvoiceId,
      orderId: fact.salesOrderId,
      shipmentId: fact.shipmentId,
      number: fact.number,
      postedOn: fact.postedOn,
      dueOn: fact.dueOn,
      grossTotal: new Decimal(fact.grossTotal),
      paid: false,
      overdue: false,
      deadlineAt,
    });
  }

  /** Nothing is open on it any more, and nothing will be asked. */
  settled(): void {
    this.paid = true;
    this.overdue = false;
    this.deadlineAt = null;
  }

  /** It was due; one that was paid meanwhile is not overdue. */
  fellDue(): void {
    this.overdue = !this.paid;
  }
}

/**
 * A customer's sales order, and the process that carries it from placed to paid.
 *
 * No service is told what to do: the order takes the facts of all services, in whichever order they come, and tells its
 * own. Each method takes one fact (or one wish) and returns the facts that follow; a fact that means nothing any more,
 * because the order has ended, returns none. The states and their answers stand in one table in the spec.
 */
export class SalesOrder {
  companyId!: string;
  id!: string;
  number!: string;
  reference!: string | null;
  customerId!: string;
  /** Where the goods go; what the customer's country was on the day of the order, unless it was given. */
  country!: string;
  status!: OrderStatus;
  credit!: 'pending' | 'approved' | 'refused';
  stock!: 'pending' | 'held' | 'refused';
  cancellation!: 'none' | 'requested' | 'refused' | 'done';
  rejection!: RejectionReason | null;
  policy!: ShortStockPolicy;
  documentOn!: LocalDate;
  backdated!: boolean;
  currency!: string;
  warehouseId!: string | null;
  paymentTermDays!: number;
  netTotal!: Decimal;
  /** With the tax that finance estimates; known when credit was checked. */
  estimatedGross!: Decimal | null;
  /** Of its invoices, by payments and by what was on account: its own credit notes are not paid by anybody. */
  paidTotal!: Decimal;
  /** Why stock was refused. */
  shortages!: readonly ShortageV1[] | null;
  shipments!: number;
  /** The date of its earliest shipment. */
  firstShippedOn!: LocalDate | null;
  invoicesPosted!: number;
  invoicesPaid!: number;
  /** Every line is shipped or cancelled. */
  delivered!: boolean;
  /** Inventory holds something that leaves as soon as the order is confirmed. */
  shippable!: boolean;
  overdue!: boolean;
  placedAt!: Date;
  /** By when what is awaited should have been told; null when nothing is, or when it is overdue already. */
  answerDueAt!: Date | null;
  /** Since when an answer is overdue: reported, never a reason to cancel. */
  silentSince!: Date | null;
  /** By when everything waited for should have come; null when nothing is waited for. */
  backOrderDueAt!: Date | null;
  version!: number;
  lines: SalesOrderLine[] = [];

  get hasEnded(): boolean {
    return this.status === 'rejected' || this.status === 'cancelled' || this.status === 'completed';
  }

  /**
   * What our own services have yet to tell, each answer by a name of its own: stock and credit of a placed order; then
   * each shipment of what is held, each invoice of what was shipped, and whether a cancellation came in time.
   */
  get awaited(): string[] {
    if (this.status === 'placed') return (['stock', 'credit'] as const).filter((answer) => this[answer] === 'pending');
    return [
      ...(this.cancellation === 'requested' ? ['release'] : []),
      ...(this.isShipmentDue ? [`shipment ${this.shipments + 1}`] : []),
      ...(this.invoicesPosted < this.shipments ? [`invoice ${this.invoicesPosted + 1}`] : []),
    ];
  }

  /**
   * Keeps the time for what is awaited: it begins anew with each answer, and ends when nothing is awaited any more.
   *
   * @param before What was awaited before the facts that have come since.
   */
  keepTime(before: readonly string[], answerDueAt: Date): void {
    const { awaited } = this;
    const nothingCame = before.length > 0 && before.every((answer) => awaited.includes(answer));
    if (nothingCame) return;
    this.answerDueAt = awaited.length > 0 ? answerDueAt : null;
    this.silentSince = null;
  }

  /** What is awaited is overdue: reported, never a reason to cancel. */
  fallSilent(): void {
    this.silentSince = this.answerDueAt;
    this.answerDueAt = null;
  }

  /** The fact that it was placed. */
  told() {
    return SalesOrderPlaced.of({
      salesOrderId: this.id,
      number: this.number,
      customerId: this.customerId,
      country: this.country,
      documentOn: this.documentOn,
      backdated: this.backdated,
      currency: this.currency,
      policy: this.policy,
      warehouseId: this.warehouseId ?? undefined,
      paymentTermDays: this.paymentTermDays,
      netTotal: `${Money.of(this.netTotal, this.currency)}`,
      lines: this.lines.map((line) => line.told(this.currency)),
    });
  }

  creditApproved(amountHeld: string): ContractEvent[] {
    if (this.status !== 'placed') return [];
    this.credit = 'approved';
    this.estimatedGross = new Decimal(amountHeld);
    return this.confirmWhenGranted();
  }

  creditRefused(): ContractEvent[] {
    if (this.status !== 'placed') return [];
    this.credit = 'refused';
    return this.reject('credit-exceeded');
  }

  /** The first time an answer; later the new figures, after goods came or were lost. */
  stockReserved(fact: StockReservedV1, backOrderDueAt: Date): ContractEvent[] {
    if (this.hasEnded) return [];
    for (const { lineNo, reserved, waiting } of fact.lines) this.line(lineNo).hold(Quantity.of(reserved), Quantity.of(waiting));
    const waits = this.lines.some((line) => line.waiting.isPositive());
    this.seeWhatShips();
    this.backOrderDueAt = waits ? (this.backOrderDueAt ?? backOrderDueAt) : null;
    if (this.status !== 'placed') return [];
    this.stock = 'held';
    return this.confirmWhenGranted();
  }

  reservationRefused({ reason, shortages }: Pick<ReservationRefusedV2, 'reason' | 'shortages'>): ContractEvent[] {
    if (this.status !== 'placed') return [];
    this.stock = 'refused';
    this.shortages = shortages.length > 0 ? shortages : null;
    return this.reject(reason);
  }

  /**
   * Cancels: at once before it was confirmed, since nothing can have left; afterwards only inventory knows, and is told
   * of the wish.
   */
  requestCancellation(reason: CancellationReason): ContractEvent[] | Refusal {
    if (this.status === 'placed') {
      const lines = this.cancelOpen();
      this.status = 'cancelled';
      return [SalesOrderCancelled.of({ salesOrderId: this.id, beforeConfirmation: true, lines })];
    }
    if (this.hasEnded) return orderClosed(this.status);
    if (this.delivered) return orderShipped;
    if (this.cancellation === 'requested') return cancellationPending;
    this.cancellation = 'requested';
    return [CancellationRequested.of({ salesOrderId: this.id, reason })];
  }

  /** Inventory's answer to a cancellation: what had not left is given back. */
  reservationReleased(fact: ReservationReleasedV1): ContractEvent[] {
    if (this.cancellation !== 'requested' || this.hasEnded) return [];
    for (const { lineNo, quantity } of fact.lines) this.line(lineNo).cancel(Quantity.of(quantity));
    this.cancellation = 'done';
    this.backOrderDueAt = null;
    this.countDelivered();
    this.status = this.statusAfterRelease();
    const cancelled = SalesOrderCancelled.of({ salesOrderId: this.id, beforeConfirmation: false, lines: [...fact.lines] }) as ContractEvent;
    return [cancelled, ...this.completeWhenPaid(this.documentOn)];
  }

  releaseRefused(): ContractEvent[] {
    if (this.cancellation === 'requested') this.cancellation = 'refused';
    return [];
  }

  /** Only what is confirmed ships: a shipment of an order that was never confirmed, or that has ended, is a bug somewhere. */
  shipped(fact: ShipmentDispatchedV1): ContractEvent[] {
    assert(this.status === 'confirmed' || this.status === 'partly-shipped', `order ${this.id} is ${this.status}, and goods of it have left`);
    for (const { lineNo, quantity } of fact.lines) this.line(lineNo).ship(Quantity.of(quantity));
    const dispatchedOn = fact.dispatchedOn as LocalDate;
    this.shipments += 1;
    this.firstShippedOn = this.firstShippedOn && this.firstShippedOn < dispatchedOn ? this.firstShippedOn : dispatchedOn;
    this.countDelivered();
    if (this.delivered) this.backOrderDueAt = null;
    this.status = this.delivered ? 'shipped' : 'partly-shipped';
    return this.completeWhenPaid(dispatchedOn);
  }

  invoicePosted(): ContractEvent[] {
    this.invoicesPosted += 1;
    return [];
  }

  paymentReceived(amount: string): ContractEvent[] {
    this.paidTotal = this.paidTotal.plus(amount);
    return [];
  }

  invoicePaid(paidOn: LocalDate): ContractEvent[] {
    this.invoicesPaid += 1;
    return this.completeWhenPaid(paidOn);
  }

  /** An order is overdue as long as one of its invoices is. */
  countOverdue(invoices: readonly OrderInvoice[]): void {
    this.overdue = invoices.some((invoice) => invoice.overdue);
  }

  private confirmWhenGranted(): ContractEvent[] {
    if (this.credit !== 'approved' || this.stock !== 'held') return [];
    this.status = 'confirmed';
    return [SalesOrderConfirmed.of({ salesOrderId: this.id })];
  }

  private reject(reason: RejectionReason): ContractEvent[] {
    this.status = 'rejected';
    this.rejection = reason;
    this.cancelOpen();
    return [SalesOrderRejected.of({ salesOrderId: this.id, reason })];
  }

  /** Complete is: all delivered or cancelled, each shipment invoiced, each invoice paid. */
  private completeWhenPaid(on: LocalDate): ContractEvent[] {
    const settled = this.shipments > 0 && this.invoicesPosted === this.shipments && this.invoicesPaid === this.shipments;
    if (this.hasEnded || !this.delivered || !settled) return [];
    this.status = 'completed';
    return [SalesOrderCompleted.of({ salesOrderId: this.id, completedOn: on })];
  }

  /** Nothing is held or waited for any more. */
  private cancelOpen(): { lineNo: number; quantity: string }[] {
    const cancelled = this.lines.map((line) => {
      const quantity = line.open;
      line.cancel(quantity);
      return { lineNo: line.lineNo, quantity: `${quantity}` };
    });
    this.backOrderDueAt = null;
    this.seeWhatShips();
    return cancelled;
  }

  /** What is still open had left before the release, and its shipment is on the way here. */
  private statusAfterRelease(): OrderStatus {
    if (!this.delivered) return 'partly-shipped';
    return this.shipments > 0 ? 'shipped' : 'cancelled';
  }

  private countDelivered(): void {
    this.delivered = this.lines.every((line) => line.open.isZero());
    this.seeWhatShips();
  }

  /** The rule by which inventory ships; services leave with the first goods, or alone when there are no goods. */
  private seeWhatShips(): void {
    const open = this.lines.filter((line) => line.open.isPositive());
    const isComplete = this.policy !== 'ship-complete' || open.every((line) => line.waiting.isZero());
    const isHeld = open.some((line) => line.reserved.isPositive()) || (open.length > 0 && open.every((line) => line.kind === 'service'));
    this.shippable = isComplete && isHeld;
  }

  /** What is open after a cancellation was answered had left before it, and its shipment is on the way here. */
  private get isShipmentDue(): boolean {
    if (this.hasEnded || this.delivered) return false;
    return this.shippable || this.cancellation === 'done' || this.cancellation === 'refused';
  }

  private line(lineNo: number): SalesOrderLine {
    const found = this.lines[lineNo - 1];
    assert(found?.lineNo === lineNo, `order ${this.id} has no line ${lineNo} loaded`);
    return found;
  }
}
