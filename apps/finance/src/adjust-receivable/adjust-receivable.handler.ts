import { Clock, isRefusal, type Money, type Refusal, refusalToDecide } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsAmount, personsDate } from '../domain/business-date.js';
import type { CustomerInvoice } from '../domain/customer-invoice.js';
import { amountExceedsOpen, amountTooFine, companyNotReady, customerUnknown, invoicePaid, notFound } from '../domain/refusals.js';
import { adjustReceivable, entryOfAdjustment } from '../domain/receivable-adjustment.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { settle } from '../persistence/settle.js';
import type { ReceivableAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { showAdjustment } from '../views/receivable-adjustment.view.js';
import type { BadDebtDto, WriteOffDto } from './adjust-receivable.dto.js';

/** What it takes to change what a customer owes, by an entry of each kind. */
export const ADJUST = {
  'write-off': 'finance.receivable.write-off',
  'bad-debt': 'finance.receivable.write-off',
  opening: 'finance.journal-entry.open',
} as const;

/** A write-off names an invoice, the others a customer. */
export type Adjust =
  | (WriteOffDto & Readonly<{ kind: 'write-off'; customerInvoiceId: string; customerId?: undefined }>)
  | (BadDebtDto & Readonly<{ kind: 'bad-debt' | 'opening'; customerInvoiceId?: undefined }>);
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;

/** Typed entries on the receivable account: giving up what is open on an invoice, bad debts without one, opening balances. */
@Injectable()
export class AdjustReceivableHandler implements CommandHandler<Adjust, Loaded | undefined, ReceivableAdjustmentDto> {
  readonly name = 'adjust-receivable';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Adjust>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const invoices = requests.flatMap((each) => each.customerInvoiceId ?? []);
    const dates = requests.map((each) => each.adjustedOn);
    const [ledger, owners] = await Promise.all([this.ledgers.open(tx, companyId, [], dates), this.receivables.customersOfDocuments(tx, companyId, invoices)]);
    const customers = [...owners, ...requests.flatMap((each) => each.customerId ?? [])];
    return ledger && { ledger, book: await this.receivables.lock(tx, companyId, { customers, invoices }) };
  }

  handle(command: Command<Adjust>, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<ReceivableAdjustmentDto> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const { request } = command;
    const base = ledger.company.baseCurrency;
    const invoice = request.customerInvoiceId === undefined ? undefined : book.invoices.get(request.customerInvoiceId);
    if (request.customerInvoiceId !== undefined && !invoice) return notFound('invoice');
    const customerId = invoice?.customerId ?? request.customerId!;
    if (!book.accounts.has(customerId)) return customerUnknown;
    const change = invoice ? writeOffOf(invoice, request.amount) : personsAmount(request.amount!, undefined, base);
    if (isRefusal(change)) return change;
    if (change.isZero()) return amountTooFine(base);
    const permission = ADJUST[request.kind];
    const refusal = refusalToDecide(command, { what: 'an adjustment of what is owed', amount: change.abs(), permission });
    if (refusal) return refusal;
    const on = personsDate(request.adjustedOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;

    const { kind, reason } = request;
    const now = this.clock.now();
    const adjustment = adjustReceivable({ companyId: command.companyId, kind, customerId, invoiceId: invoice?.id, reason, change, date, now });
    adjustment.entryId = ledger.post(tx, entryOfAdjustment(adjustment, date))!.id;
    if (invoice) settle(tx, adjustment, [{ debit: invoice }], on, now, book, command);
    if (kind === 'opening' && adjustment.isDebit) book.accounts.get(customerId)!.owe(adjustment.amount);
    ledger.numberDocument(tx, 'ADJ', date, (number) => {
      adjustment.number = number;
      tx.insert(adjustment);
    });
    return () => showAdjustment(adjustment);
  }
}

function writeOffOf(invoice: CustomerInvoice, wished: string | undefined): Money | Refusal {
  const open = invoice.money(invoice.openAmount);
  if (open.isZero()) return invoicePaid;
  if (wished === undefined) return open.negated();
  const amount = personsAmount(wished, undefined, invoice.currency);
  if (isRefusal(amount)) return amount;
  return amount.isMoreThan(open) ? amountExceedsOpen(`${open}`) : amount.negated();
}
