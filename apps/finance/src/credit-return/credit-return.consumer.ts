import {
  CustomerCreated,
  CustomerInvoicePaid,
  type EventOf,
  type ReceivedEvent,
  ReturnAuthorised,
  ReturnReceived,
  ShipmentDispatched,
} from '@millrace/contracts';
import { assert, Clock, type LocalDate, Money } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { BillingReturn } from '../domain/billing-return.js';
import { type CreditNote, creditedKey, creditReturn, entryOfCreditNote, entryOfReturn } from '../domain/credit-note.js';
import type { CustomerInvoice } from '../domain/customer-invoice.js';
import { allocate, entryOfRefund, refundOf } from '../domain/payment.js';
import type { PostingDate } from '../domain/period.js';
import type { TaxRule } from '../domain/tax.js';
import { BillingReturnRepository } from '../persistence/billing-return.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { TaxRuleRepository } from '../persistence/tax-rule.repository.js';

type Authorised = EventOf<typeof ReturnAuthorised>;
type Received = EventOf<typeof ReturnReceived>;
type Loaded = Readonly<{
  ledger: Ledger;
  rules: readonly TaxRule[];
  returns: Map<string, BillingReturn>;
  book: ReceivableBook;
  invoiceOfShipment: ReadonlyMap<string, string>;
  creditedBefore: Map<string, Money>;
}>;

/**
 * What is owed back for goods that came back: credited when they are there, used up by what is open on their invoice,
 * and the paid remainder refunded.
 */
@Consumer('finance.credit-note')
export class CreditReturnConsumer {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly taxes: TaxRuleRepository,
    private readonly receivables: ReceivableRepository,
    private readonly billingReturns: BillingReturnRepository,
    private readonly clock: Clock,
  ) {}

  async load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = events[0]!;
    const received = events.filter((event): event is Received => event.type === ReturnReceived.type);
    const shipmentIds = received.flatMap((event) => shipmentsOf(event));
    const [ledger, rules, returns, invoiceOfShipment] = await Promise.all([
      this.ledgers.openFor(
        tx,
        events,
        received.map((event) => event.data.receivedOn),
      ),
      this.taxes.all(tx, companyId),
      this.billingReturns.byIds(
        tx,
        companyId,
        received.map((event) => event.key),
      ),
      this.receivables.invoicesOfShipments(tx, companyId, shipmentIds),
    ]);
    if (!ledger) return undefined;
    for (const event of received) {
      const missing = shipmentsOf(event).find((id) => !invoiceOfShipment.has(id));
      if (!returns.has(event.key)) tx.waitFor(event, ReturnAuthorised, event.key);
      else if (missing) tx.waitFor(event, ShipmentDispatched, event.data.salesOrderId!);
    }
    const customers = [...returns.values()].map((each) => each.body.customerId);
    const book = await this.receivables.lock(tx, companyId, { customers, invoices: [...invoiceOfShipment.values()] });
    for (const event of received) {
      const { customerId } = returns.get(event.key)?.body ?? {};
      if (customerId && !book.copies.has(customerId)) tx.waitFor(event, CustomerCreated, customerId);
    }
    const creditedBefore = await this.receivables.detail(tx, companyId, [...book.invoices.values()]);
    return { ledger, rules, returns, book, invoiceOfShipment, creditedBefore };
  }

  @Handles(ReturnAuthorised)
  authorised(event: Authorised, { returns }: Loaded, tx: UnitOfWork): void {
    const kept = Object.assign(new BillingReturn(), { companyId: event.companyId, returnId: event.key, body: event.data });
    returns.set(event.key, kept);
    tx.insert(kept);
  }

  @Handles(ReturnReceived)
  received(event: Received, loaded: Loaded, tx: UnitOfWork): void {
    const { ledger, rules, returns, book, invoiceOfShipment, creditedBefore } = loaded;
    const authorised = returns.get(event.key)!.body;
    const customer = book.copies.get(authorised.customerId);
    assert(customer, `customer ${authorised.customerId} is not known`);
    const date = ledger.dateOfFact(event.data.receivedOn as LocalDate);
    const now = this.clock.now();
    const invoices = new Map(shipmentsOf(event).map((shipmentId) => [shipmentId, book.invoices.get(invoiceOfShipment.get(shipmentId)!)!]));
    const note = creditReturn(event.data, authorised, { company: ledger.company, customer, rules, date, now, invoices, creditedBefore });
    for (const tax of note.taxes) if (tax.invoiceId) addCredited(creditedBefore, creditedKey(tax.invoiceId, tax.taxCode, tax.rate), note.money(tax.baseAmount));

    const paid = this.settleInvoices(note, [...new Set(invoices.values())], date, now, book, tx);
    const settled = note.money(note.grossTotal.minus(note.openAmount));
    const refundAmount = authorised.settlement === 'refund' ? note.money(note.openAmount) : Money.zero(note.currency);
    ledger.post(tx, entryOfReturn(event.data, date, now));
    ledger.numberDocument(tx, 'CRN', date, (number) => {
      note.number = number;
      tx.insert(note, ...note.lines, ...note.taxes);
      tx.publish(note.told(settled, refundAmount), event);
      for (const invoice of paid)
        tx.publish(CustomerInvoicePaid.of({ customerInvoiceId: invoice.id, salesOrderId: invoice.orderId, paidOn: date.postedOn }), event);
    });
    note.entryId = ledger.post(tx, entryOfCreditNote(note, date))?.id ?? null;
    if (refundAmount.isPositive()) this.refund(note, refundAmount, date, ledger, event, tx);
  }

  /** What is open on the invoices of the goods is settled first. @returns those on which nothing is open any more. */
  private settleInvoices(
    note: CreditNote,
    invoices: readonly CustomerInvoice[],
    date: PostingDate,
    now: Date,
    book: ReceivableBook,
    tx: UnitOfWork,
  ): CustomerInvoice[] {
    const { allocated, allocations } = allocate(
      note,
      'credit-note',
      invoices.map((invoice) => ({ invoice })),
      date.documentOn,
      now,
    );
    const account = book.accounts.get(note.customerId)!;
    for (const { amount } of allocated) account.owe(amount.negated());
    tx.insert(...allocations);
    return allocated.filter((each) => each.paid).map((each) => each.invoice);
  }

  private refund(note: CreditNote, amount: Money, date: PostingDate, ledger: Ledger, event: Received, tx: UnitOfWork): void {
    const { companyId, customerId, id: creditNoteId, currency } = note;
    const { refund, allocation } = refundOf({ companyId, customerId, creditNoteId, currency, amount: amount.toDecimal(), date, now: note.recordedAt });
    note.openAmount = note.openAmount.minus(amount.toDecimal());
    ledger.numberDocument(tx, 'REF', date, (number) => {
      refund.number = number;
      tx.insert(refund, allocation);
      tx.publish(refund.told(event.key), event);
    });
    refund.entryId = ledger.post(tx, entryOfRefund(refund, date))!.id;
  }
}

function shipmentsOf(event: Received): string[] {
  return event.data.lines.flatMap((line) => line.from.map((from) => from.shipmentId));
}

function addCredited(credited: Map<string, Money>, key: string, base: Money): void {
  credited.set(key, (credited.get(key) ?? Money.zero(base.currency)).plus(base));
}
