import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsAmount, personsDate } from '../domain/business-date.js';
import { entryOfPayment, Payment } from '../domain/payment.js';
import { companyNotReady, customerUnknown } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { documentsOf, settle, wishedDebits } from '../persistence/settle.js';
import type { RegisteredPaymentDto, RegisterPaymentDto } from '../views/payment.dto.js';
import { showAllocated } from '../views/payment.view.js';

type Register = Command<RegisterPaymentDto>;
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;

/** Books money that came in and settles the documents that are named; what is left stays on account. */
@Injectable()
export class RegisterPaymentHandler implements CommandHandler<RegisterPaymentDto, Loaded | undefined, RegisteredPaymentDto> {
  readonly name = 'register-payment';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Register[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const ledger = await this.ledgers.open(
      tx,
      companyId,
      [],
      requests.map((each) => each.receivedOn),
    );
    if (!ledger) return undefined;
    const documents = documentsOf(
      [],
      requests.flatMap((each) => each.allocations ?? []),
    );
    return { ledger, book: await this.receivables.lock(tx, companyId, { customers: requests.map((each) => each.customerId), ...documents }) };
  }

  handle(command: Register, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<RegisteredPaymentDto> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const { request, companyId } = command;
    if (!book.accounts.has(request.customerId)) return customerUnknown;
    const amount = personsAmount(request.amount, request.currency, ledger.company.baseCurrency);
    if (isRefusal(amount)) return amount;
    const on = personsDate(request.receivedOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    const wishes = wishedDebits(request.allocations ?? [], request.customerId, amount.currency, book);
    if (isRefusal(wishes)) return wishes;

    const now = this.clock.now();
    const payment = Object.assign(new Payment(), {
      companyId,
      id: newId(),
      number: '',
      customerId: request.customerId,
      reference: request.reference ?? null,
      receivedOn: on,
      postedOn: date.postedOn,
      currency: amount.currency,
      amount: amount.toDecimal(),
      openAmount: amount.toDecimal(),
      entryId: '',
      recordedAt: now,
      version: 1,
    });
    payment.entryId = ledger.post(tx, entryOfPayment(payment, date))!.id;
    const allocated = settle(tx, payment, wishes, on, now, book, command);
    ledger.numberDocument(tx, 'PAY', date, (number) => {
      payment.number = number;
      tx.insert(payment);
      tx.publish(payment.told(allocated), command);
    });
    return () => showAllocated(payment, allocated);
  }
}
