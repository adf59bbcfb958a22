import {
  CreditApproved,
  CreditRefused,
  CustomerCreated,
  CustomerInvoiceOverdue,
  CustomerInvoicePaid,
  type EventOf,
  PaymentDeadlinePassed,
  type ReceivedEvent,
  SalesOrderCancelled,
  SalesOrderPlaced,
  SalesOrderRejected,
  ShipmentDispatched,
} from '@millrace/contracts';
import { assert, Clock, type LocalDate, Money, Quantity } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { type BillingOrder, billingOrder, estimatedGross } from '../domain/billing-order.js';
import type { CustomerAccount } from '../domain/customer-account.js';
import { entryOfInvoice, entryOfShipment, invoiceShipment } from '../domain/customer-invoice.js';
import type { TaxRule } from '../domain/tax.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { TaxRuleRepository } from '../persistence/tax-rule.repository.js';

type Placed = EventOf<typeof SalesOrderPlaced>;
type Shipped = EventOf<typeof ShipmentDispatched>;
type Loaded = Readonly<{ ledger: Ledger; rules: readonly TaxRule[]; book: ReceivableBook }>;

/**
 * What customers owe for their orders: credit is checked and held when an order is placed, turned into an invoice when
 * it ships, and let go when it does not.
 */
@Consumer('finance.receivable')
export class ReceivableConsumer {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly taxes: TaxRuleRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = events[0]!;
    const placed = events.filter((event): event is Placed => event.type === SalesOrderPlaced.type);
    const later = events.filter((event) => event.type !== SalesOrderPlaced.type);
    const shipments = later.filter((event): event is Shipped => event.type === ShipmentDispatched.type);
    const [ledger, rules, customers] = await Promise.all([
      this.ledgers.openFor(
        tx,
        events,
        shipments.map((event) => event.data.dispatchedOn),
      ),
      this.taxes.all(tx, companyId),
      this.receivables.customersOfOrders(
        tx,
        companyId,
        later.map((event) => event.key),
      ),
    ]);
    if (!ledger) return undefined;
    for (const event of later) if (!customers.has(event.key)) tx.waitFor(event, SalesOrderPlaced, event.key);
    const deadlines = later
      .filter((event) => event.type === PaymentDeadlinePassed.type)
      .map((event) => (event.data as { customerInvoiceId: string }).customerInvoiceId);
    const book = await this.receivables.lock(tx, companyId, {
      customers: [...placed.map((event) => event.data.customerId), ...customers.values()],
      orders: [...customers.keys()],
      invoices: deadlines,
    });
    for (const event of placed) if (!book.copies.has(event.data.customerId)) tx.waitFor(event, CustomerCreated, event.data.customerId);
    return { ledger, rules, book };
  }

  /** Check and hold are one decision under the customer's lock. */
  @Handles(SalesOrderPlaced)
  placed(event: Placed, { ledger, rules, book }: Loaded, tx: UnitOfWork): void {
    const { salesOrderId, customerId, currency } = event.data;
    ledger.requireBase(currency);
    const account = accountOf(customerId, book);
    const order = billingOrder(event.data, event.companyId);
    const gross = estimatedGross(event.data, rules, ledger.company);
    const exposure = account.exposure;
    if (account.hold(gross)) {
      order.holdTotal = gross.toDecimal();
      order.holdLeft = gross.toDecimal();
      tx.publish(CreditApproved.of({ salesOrderId, customerId, currency, amountHeld: `${gross}` }), event);
    } else {
      const limit = `${Money.of(account.creditLimit!, currency)}`;
      tx.publish(CreditRefused.of({ salesOrderId, customerId, currency, limit, exposure: `${Money.of(exposure, currency)}`, requested: `${gross}` }), event);
    }
    book.orders.set(salesOrderId, order);
    tx.insert(order);
  }

  @Handles(SalesOrderRejected)
  rejected(event: EventOf<typeof SalesOrderRejected>, { book }: Loaded): void {
    const order = orderOf(event.key, book);
    order.releaseHold(accountOf(order.customerId, book));
  }

  @Handles(SalesOrderCancelled)
  cancelled(event: EventOf<typeof SalesOrderCancelled>, { book }: Loaded): void {
    const order = orderOf(event.key, book);
    const account = accountOf(order.customerId, book);
    if (event.data.beforeConfirmation) order.releaseHold(account);
    else {
      for (const { lineNo, quantity } of event.data.lines) {
        const cancelled = Quantity.of(quantity);
        if (!cancelled.isPositive()) continue;
        const before = Quantity.of(order.line(lineNo).stockQuantity).minus(cancelled); // What is cancelled is the end of the line.
        order.settleHold(order.netOf(lineNo, before, cancelled), account);
      }
    }
  }

  /** Cost of goods sold and the invoice, in one transaction; the invoice's part of the hold becomes receivable. */
  @Handles(ShipmentDispatched)
  shipped(event: Shipped, { ledger, rules, book }: Loaded, tx: UnitOfWork): void {
    const order = orderOf(event.key, book);
    const account = accountOf(order.customerId, book);
    const customer = book.copies.get(order.customerId)!;
    const date = ledger.dateOfFact(event.data.dispatchedOn as LocalDate);
    const now = this.clock.now();
    const invoice = invoiceShipment(event.data, order, { company: ledger.company, customer, rules, date, now });
    order.settleHold(invoice.money(invoice.netTotal), account);
    account.owe(invoice.grossTotal);
    ledger.post(tx, entryOfShipment(event.data, date, now));
    ledger.numberDocument(tx, 'INV', date, (number) => {
      invoice.number = number;
      tx.insert(invoice, ...invoice.lines, ...invoice.taxes);
      tx.touch(invoice.id);
      tx.publish(invoice.told(), event);
      if (invoice.paidOn) tx.publish(CustomerInvoicePaid.of({ customerInvoiceId: invoice.id, salesOrderId: order.orderId, paidOn: invoice.paidOn }), event);
    });
    invoice.entryId = ledger.post(tx, entryOfInvoice(invoice, date))?.id ?? null;
  }

  /** Orders cannot know what came in this very moment: the invoice says whether it is overdue. */
  @Handles(PaymentDeadlinePassed)
  deadlinePassed(event: EventOf<typeof PaymentDeadlinePassed>, { book }: Loaded, tx: UnitOfWork): void {
    const { customerInvoiceId, salesOrderId } = event.data;
    const invoice = book.invoices.get(customerInvoiceId);
    assert(invoice, `there is no invoice ${customerInvoiceId}`);
    if (invoice.openAmount.isZero()) return;
    const { dueOn, currency } = invoice;
    tx.publish(CustomerInvoiceOverdue.of({ customerInvoiceId, salesOrderId, dueOn, currency, openAmount: `${invoice.money(invoice.openAmount)}` }), event);
  }
}

function accountOf(customerId: string, book: ReceivableBook): CustomerAccount {
  const account = book.accounts.get(customerId);
  assert(account, `customer ${customerId} has no account`);
  return account;
}

function orderOf(orderId: string, book: ReceivableBook): BillingOrder {
  const order = book.orders.get(orderId);
  assert(order, `nothing is known of order ${orderId}`);
  return order;
}
