import {
  type ContractEvent,
  CreditApproved,
  CreditNoteAllocated,
  CreditRefused,
  CustomerInvoiceOverdue,
  CustomerInvoicePaid,
  CustomerInvoicePosted,
  type EventOf,
  PaymentAllocated,
  PaymentReceived,
  ReceivableAdjustmentAllocated,
  type ReceivedEvent,
  ReleaseRefused,
  ReservationRefused,
  ReservationReleased,
  ShipmentDispatched,
  StockReserved,
} from '@millrace/contracts';
import { assert, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { OrderInvoice, type SalesOrder } from '../domain/sales-order.js';
import { OrdersSettings } from '../orders-settings.js';
import { type OrderBook, SalesOrderRepository } from '../persistence/sales-order.repository.js';

/** Facts that tell of single lines. */
const WITH_LINES = new Set([StockReserved.type, ReservationRefused.type, ReservationReleased.type, ShipmentDispatched.type, CreditRefused.type]);

/**
 * Carries a sales order from placed to paid by what the other services tell, in whichever order it comes: the rules
 * stand in the order itself.
 */
@Consumer('orders.sales-order')
export class FulfilOrderConsumer {
  constructor(
    private readonly orders: SalesOrderRepository,
    private readonly settings: OrdersSettings,
  ) {}

  load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<OrderBook> {
    const linesOf = events.filter((event) => WITH_LINES.has(event.type)).flatMap(orderIdsOf);
    const invoicesOf = events.filter((event) => event.topic === CustomerInvoicePaid.topic).flatMap(orderIdsOf);
    return this.orders.lock(tx, events[0]!.companyId, events.flatMap(orderIdsOf), { linesOf, invoicesOf });
  }

  @Handles(CreditApproved)
  creditApproved(event: EventOf<typeof CreditApproved>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).creditApproved(event.data.amountHeld));
  }

  @Handles(CreditRefused)
  creditRefused(event: EventOf<typeof CreditRefused>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).creditRefused());
  }

  @Handles(StockReserved)
  stockReserved(event: EventOf<typeof StockReserved>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).stockReserved(event.data, this.settings.backOrderDueAt(book.now)));
  }

  @Handles(ReservationRefused)
  reservationRefused(event: EventOf<typeof ReservationRefused>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).reservationRefused(event.data));
  }

  @Handles(ReservationReleased)
  reservationReleased(event: EventOf<typeof ReservationReleased>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).reservationReleased(event.data));
  }

  @Handles(ReleaseRefused)
  releaseRefused(event: EventOf<typeof ReleaseRefused>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).releaseRefused());
  }

  @Handles(ShipmentDispatched)
  shipmentDispatched(event: EventOf<typeof ShipmentDispatched>, book: OrderBook, tx: UnitOfWork): void {
    this.tell(event, tx, orderOf(event.key, book).shipped(event.data));
  }

  @Handles(CustomerInvoicePosted)
  invoicePosted(event: EventOf<typeof CustomerInvoicePosted>, book: OrderBook, tx: UnitOfWork): void {
    const deadlineAt = this.settings.paymentDeadlineAt(event.data.dueOn, book.now);
    book.addInvoice(OrderInvoice.of(event.data, event.companyId, deadlineAt));
    this.tell(event, tx, orderOf(event.data.salesOrderId, book).invoicePosted());
  }

  @Handles(CustomerInvoicePaid)
  invoicePaid(event: EventOf<typeof CustomerInvoicePaid>, book: OrderBook, tx: UnitOfWork): void {
    invoiceOf(event.key, book).settled();
    const order = orderOf(event.data.salesOrderId, book);
    order.countOverdue(book.invoicesOf(order.id));
    this.tell(event, tx, order.invoicePaid(event.data.paidOn as LocalDate));
  }

  @Handles(CustomerInvoiceOverdue)
  invoiceOverdue(event: EventOf<typeof CustomerInvoiceOverdue>, book: OrderBook): void {
    invoiceOf(event.key, book).fellDue();
    const order = orderOf(event.data.salesOrderId, book);
    order.countOverdue(book.invoicesOf(order.id));
  }

  /** Each fact tells what it settled itself, so what is allocated later is counted once. A bad debt was never paid. */
  @Handles(PaymentReceived, PaymentAllocated, CreditNoteAllocated, ReceivableAdjustmentAllocated)
  paid(
    { data }: EventOf<typeof PaymentReceived | typeof PaymentAllocated | typeof CreditNoteAllocated | typeof ReceivableAdjustmentAllocated>,
    book: OrderBook,
  ): void {
    if ('kind' in data && data.kind === 'bad-debt') return;
    for (const { salesOrderId, amount } of data.allocations) if (salesOrderId) orderOf(salesOrderId, book).paymentReceived(amount);
  }

  private tell(cause: ReceivedEvent, tx: UnitOfWork, facts: readonly ContractEvent[]): void {
    for (const fact of facts) tx.publish(fact, cause);
  }
}

/** Which orders a fact is about: its stream's key, or what its data name. */
function orderIdsOf(event: ReceivedEvent): string[] {
  const data = event.data as { salesOrderId?: string; allocations?: readonly { salesOrderId?: string }[] };
  return data.allocations ? data.allocations.flatMap((each) => each.salesOrderId ?? []) : [data.salesOrderId!];
}

function orderOf(orderId: string, book: OrderBook): SalesOrder {
  const order = book.get(orderId);
  assert(order, `there is no order ${orderId}`);
  return order;
}

function invoiceOf(invoiceId: string, book: OrderBook): OrderInvoice {
  const invoice = book.invoice(invoiceId);
  assert(invoice, `the invoice ${invoiceId} was not told before`);
  return invoice;
}
