import { Clock, isRefusal, Money, refusalToDecide } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsAmount, personsDate } from '../domain/business-date.js';
import { CreditNote } from '../domain/credit-note.js';
import { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { entryOfRefund, refundOf } from '../domain/refund.js';
import { adjustmentNotPaid, amountExceedsOpen, companyNotReady } from '../domain/refusals.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import { type ReceivableBook, ReceivableRepository } from '../persistence/receivable.repository.js';
import { type CreditName, creditOf, documentsOf } from '../persistence/settle.js';
import type { RefundDto } from '../views/refund.dto.js';
import { showRefund } from '../views/refund.view.js';
import type { RefundCreditDto } from './refund-credit.dto.js';

/** What it takes to send money back of each kind of document. */
export const REFUND = {
  payments: 'finance.payment.refund',
  creditNotes: 'finance.credit-note.refund',
  adjustments: 'finance.receivable.refund',
} as const satisfies Record<CreditName['from'], string>;

export type RefundWish = RefundCreditDto & CreditName;
type Loaded = Readonly<{ ledger: Ledger; book: ReceivableBook }>;

/** Sends money back that is on account. What a return says to refund was sent with its credit note already. */
@Injectable()
export class RefundCreditHandler implements CommandHandler<RefundWish, Loaded | undefined, RefundDto> {
  readonly name = 'refund-credit';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly receivables: ReceivableRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<RefundWish>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const documents = documentsOf(commands.map(({ request }) => request));
    const dates = commands.map(({ request }) => request.sentOn);
    const [ledger, customers] = await Promise.all([
      this.ledgers.open(tx, companyId, [], dates),
      this.receivables.customersOfDocuments(tx, companyId, Object.values(documents).flat()),
    ]);
    return ledger && { ledger, book: await this.receivables.lock(tx, companyId, { customers, ...documents }) };
  }

  handle(command: Command<RefundWish>, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<RefundDto> {
    if (!loaded) return companyNotReady;
    const { ledger, book } = loaded;
    const { amount: wished, sentOn } = command.request;
    const credit = creditOf(command.request, book);
    if (isRefusal(credit)) return credit;
    if (credit instanceof ReceivableAdjustment && credit.kind !== 'opening') return adjustmentNotPaid;
    const amount = personsAmount(wished ?? credit.left.toFixed(), undefined, credit.currency);
    if (isRefusal(amount)) return amount;
    const open = Money.of(credit.left, credit.currency);
    if (!amount.isPositive() || amount.isMoreThan(open)) return amountExceedsOpen(`${open}`);
    const refusal = refusalToDecide(command, { what: 'a refund', amount, permission: REFUND[command.request.from] });
    if (refusal) return refusal;
    const on = personsDate(sentOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;

    const { refund, allocation } = refundOf(credit, amount, date, this.clock.now());
    credit.version += 1;
    refund.entryId = ledger.post(tx, entryOfRefund(refund, date))!.id;
    ledger.numberDocument(tx, 'REF', date, (number) => {
      refund.number = number;
      tx.insert(refund, allocation);
      tx.publish(refund.told(credit instanceof CreditNote ? credit.returnId : undefined), command);
    });
    return () => showRefund(refund);
  }
}
