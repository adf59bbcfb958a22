import { Clock, isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsAmount, personsDate } from '../domain/business-date.js';
import { entryOfRefund, refundOf } from '../domain/payment.js';
import { amountExceedsOpen, companyNotReady, notFound } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import type { RefundDto, RefundPaymentDto } from './refund-payment.dto.js';

export type RefundWish = RefundPaymentDto & Readonly<{ paymentId: string }>;
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;

/** Sends money back that is on account. What a credit note owes is refunded with it. */
@Injectable()
export class RefundPaymentHandler implements CommandHandler<RefundWish, Loaded | undefined, RefundDto> {
  readonly name = 'refund-payment';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<RefundWish>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const payments = commands.map(({ request }) => request.paymentId);
    const dates = commands.map(({ request }) => request.sentOn);
    const [ledger, customers] = await Promise.all([
      this.ledgers.open(tx, companyId, [], dates),
      this.receivables.customersOfDocuments(tx, companyId, payments),
    ]);
    return ledger && { ledger, book: await this.receivables.lock(tx, companyId, { customers, payments }) };
  }

  handle(command: Command<RefundWish>, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<RefundDto> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const { paymentId, amount: wished, sentOn } = command.request;
    const payment = book.payments.get(paymentId);
    if (!payment) return notFound('payment');
    const amount = personsAmount(wished ?? payment.openAmount.toFixed(), undefined, payment.currency);
    if (isRefusal(amount)) return amount;
    const open = payment.money(payment.openAmount);
    if (!amount.isPositive() || amount.isMoreThan(open)) return amountExceedsOpen(`${open}`);
    const on = personsDate(sentOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;

    const { companyId, customerId, currency } = payment;
    const { refund, allocation } = refundOf({ companyId, customerId, paymentId, currency, amount: amount.toDecimal(), date, now: this.clock.now() });
    payment.openAmount = payment.openAmount.minus(amount.toDecimal());
    payment.version += 1;
    refund.entryId = ledger.post(tx, entryOfRefund(refund, date))!.id;
    ledger.numberDocument(tx, 'REF', date, (number) => {
      refund.number = number;
      tx.insert(refund, allocation);
      tx.publish(refund.told(undefined), command);
    });
    return () => ({ refundId: refund.id, number: refund.number, customerId, paymentId, sentOn: on, currency, amount: `${amount}` });
  }
}
