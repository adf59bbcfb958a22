import { CustomerCreated, type EventOf, type ReceivedEvent, ReturnAuthorised, ReturnReceived, ShipmentDispatched } from '@millrace/contracts';
import { assert, Clock, type Decimal, type LocalDate, Money, unique } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import type { Allocated } from '../domain/allocation.js';
import { BillingReturn } from '../domain/billing-return.js';
import { type CreditNote, type CreditTotals, creditedKey, creditReturn, entryOfCreditNote, entryOfReturn } from '../domain/credit-note.js';
import type { PostingDate } from '../domain/period.js';
import { entryOfAdjustment, type ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { entryOfRefund, refundOf } from '../domain/refund.js';
import { type InvoicePast, settleReturn } from '../domain/settle-return.js';
import type { TaxRule } from '../domain/tax.js';
import { BillingReturnRepository } from '../persistence/billing-return.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { settled } from '../persistence/settle.js';
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
  pasts: Map<string, InvoicePast>;
}>;

/**
 * What is owed back for goods that came back: credited when they are there, used up by what is open on their invoice or
 * was written off of it, and the paid remainder refunded.
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
    const locked = [...book.invoices.values()];
    const [creditedBefore, pasts] = await Promise.all([this.receivables.detail(tx, companyId, locked), this.receivables.past(tx, companyId, locked)]);
    return { ledger, rules, returns, book, invoiceOfShipment, creditedBefore, pasts };
  }

  @Handles(ReturnAuthorised)
  authorised(event: Authorised, { returns }: Loaded, tx: UnitOfWork): void {
    const kept = Object.assign(new BillingReturn(), { companyId: event.companyId, returnId: event.key, body: event.data });
    returns.set(event.key, kept);
    tx.insert(kept);
  }

  @Handles(ReturnReceived)
  received(event: Received, loaded: Loaded, tx: UnitOfWork): void {
    const { ledger, rules, returns, book, invoiceOfShipment, creditedBefore, pasts } = loaded;
    const authorised = returns.get(event.key)!.body;
    const customer = book.copies.get(authorised.customerId);
    assert(customer, `customer ${authorised.customerId} is not known`);
    const date = ledger.dateOfFact(event.data.receivedOn as LocalDate);
    const now = this.clock.now();
    const invoices = new Map(shipmentsOf(event).map((shipmentId) => [shipmentId, book.invoices.get(invoiceOfShipment.get(shipmentId)!)!]));
    const note = creditReturn(event.data, authorised, { company: ledger.company, customer, rules, date, now, invoices, creditedBefore });
    for (const tax of note.taxes) if (tax.invoiceId) addCredited(creditedBefore, creditedKey(tax.invoiceId, tax.taxCode, tax.rate), note.money(tax.baseAmount));

    const { allocated, allocations, reversals } = settleReturn(note, unique(invoices.values()), pasts, date, now);
    const facts = settled(tx, allocated, note.customerId, date.documentOn, book);
    const totals = totalsOf(note, allocated, reversals, authorised.settlement === 'refund');
    ledger.post(tx, entryOfReturn(event.data, date, now));
    ledger.numberDocument(tx, 'CRN', date, (number) => {
      note.number = number;
      tx.insert(note, ...note.lines, ...note.taxes, ...allocations);
      for (const fact of [note.told(totals), ...facts]) tx.publish(fact, event);
    });
    note.entryId = ledger.post(tx, entryOfCreditNote(note, date))?.id ?? null;
    for (const reversal of reversals) this.reverse(reversal, date, ledger, tx);
    if (totals.refund.isPositive()) this.refund(note, totals.refund, date, ledger, event, tx);
  }

  private reverse(reversal: ReceivableAdjustment, date: PostingDate, ledger: Ledger, tx: UnitOfWork): void {
    reversal.entryId = ledger.post(tx, entryOfAdjustment(reversal, date))!.id;
    ledger.numberDocument(tx, 'ADJ', date, (number) => {
      reversal.number = number;
      tx.insert(reversal);
    });
  }

  private refund(note: CreditNote, amount: Money, date: PostingDate, ledger: Ledger, event: Received, tx: UnitOfWork): void {
    const { refund, allocation } = refundOf(note, amount, date, note.recordedAt);
    ledger.numberDocument(tx, 'REF', date, (number) => {
      refund.number = number;
      tx.insert(refund, allocation);
      tx.publish(refund.told(event.key), event);
    });
    refund.entryId = ledger.post(tx, entryOfRefund(refund, date))!.id;
  }
}

/** What became of a credit note at once. What is left is refunded, or stays on account. */
function totalsOf(note: CreditNote, allocated: readonly Allocated[], reversals: readonly ReceivableAdjustment[], refunds: boolean): CreditTotals {
  const sum = (amounts: readonly Readonly<{ amount: Decimal }>[]) =>
    Money.sum(
      amounts.map(({ amount }) => note.money(amount)),
      note.currency,
    );
  const [left, nothing] = [note.money(note.openAmount), Money.zero(note.currency)];
  return { settled: sum(allocated), writtenOff: sum(reversals), refund: refunds ? left : nothing, onAccount: refunds ? nothing : left };
}

function shipmentsOf(event: Received): string[] {
  return event.data.lines.flatMap((line) => line.from.map((from) => from.shipmentId));
}

function addCredited(credited: Map<string, Money>, key: string, base: Money): void {
  credited.set(key, (credited.get(key) ?? Money.zero(base.currency)).plus(base));
}
