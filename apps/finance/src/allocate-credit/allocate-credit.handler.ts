import { Clock, isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Allocated } from '../domain/allocation.js';
import { CreditNote } from '../domain/credit-note.js';
import { Payment } from '../domain/payment.js';
import type { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { companyNotReady } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { type CreditName, creditOf, documentsOf, settle, wishedDebits } from '../persistence/settle.js';
import type { AllocationWishDto } from '../views/allocation.dto.js';
import type { AllocatedCreditNoteDto } from '../views/credit-note.dto.js';
import { showAllocatedNote } from '../views/credit-note.view.js';
import type { RegisteredPaymentDto } from '../views/payment.dto.js';
import { showAllocated } from '../views/payment.view.js';
import type { AllocatedAdjustmentDto } from '../views/receivable-adjustment.dto.js';
import { showAllocatedAdjustment } from '../views/receivable-adjustment.view.js';

export type Allocate = CreditName & Readonly<{ allocations: readonly AllocationWishDto[] }>;
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;
type Answer = RegisteredPaymentDto | AllocatedCreditNoteDto | AllocatedAdjustmentDto;

/** Settles invoices with what is on account. The ledger has it on the receivable account already. */
@Injectable()
export class AllocateCreditHandler implements CommandHandler<Allocate, Loaded | undefined, Answer> {
  readonly name = 'allocate-credit';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Allocate>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const documents = documentsOf(
      requests,
      requests.flatMap((request) => request.allocations),
    );
    const [ledger, customers] = await Promise.all([
      this.ledgers.open(tx, companyId, []),
      this.receivables.customersOfDocuments(tx, companyId, Object.values(documents).flat()),
    ]);
    return ledger && { ledger, book: await this.receivables.lock(tx, companyId, { customers, ...documents }) };
  }

  handle(command: Command<Allocate>, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<Answer> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const credit = creditOf(command.request, book);
    if (isRefusal(credit)) return credit;
    const wishes = wishedDebits(command.request.allocations, credit.customerId, credit.currency, book);
    if (isRefusal(wishes)) return wishes;
    const today = this.clock.today(ledger.company.timeZone);
    const allocated = settle(tx, credit, wishes, today, this.clock.now(), book, command);
    credit.version += 1;
    if (allocated.length > 0) tx.publish(credit.toldAllocated(allocated, today), command);
    return show(credit, allocated);
  }
}

function show(credit: Payment | CreditNote | ReceivableAdjustment, allocated: readonly Allocated[]): Answer {
  if (credit instanceof Payment) return showAllocated(credit, allocated);
  return credit instanceof CreditNote ? showAllocatedNote(credit, allocated) : showAllocatedAdjustment(credit, allocated);
}
