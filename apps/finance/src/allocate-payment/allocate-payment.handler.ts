import { Clock, isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { companyNotReady, notFound } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { settle, wishedInvoices } from '../persistence/settle.js';
import type { AllocationWishDto, RegisteredPaymentDto } from '../views/payment.dto.js';
import { showAllocated } from '../views/payment.view.js';

export type Allocate = Readonly<{ paymentId: string; allocations: readonly AllocationWishDto[] }>;
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;

/** Settles invoices with money that is on account. The ledger has it on the receivable account already. */
@Injectable()
export class AllocatePaymentHandler implements CommandHandler<Allocate, Loaded | undefined, RegisteredPaymentDto> {
  readonly name = 'allocate-payment';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Allocate>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const payments = commands.map(({ request }) => request.paymentId);
    const invoices = commands.flatMap(({ request }) => request.allocations.map((wish) => wish.customerInvoiceId));
    const [ledger, customers] = await Promise.all([
      this.ledgers.open(tx, companyId, []),
      this.receivables.customersOfDocuments(tx, companyId, [...payments, ...invoices]),
    ]);
    return ledger && { ledger, book: await this.receivables.lock(tx, companyId, { customers, invoices, payments }) };
  }

  handle(command: Command<Allocate>, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<RegisteredPaymentDto> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const payment = book.payments.get(command.request.paymentId);
    if (!payment) return notFound('payment');
    const wishes = wishedInvoices(command.request.allocations, payment.customerId, book);
    if (isRefusal(wishes)) return wishes;
    const allocated = settle(tx, payment, 'payment', wishes, this.clock.today(ledger.company.timeZone), this.clock.now(), book, command);
    payment.version += 1;
    return showAllocated(payment, allocated);
  }
}
