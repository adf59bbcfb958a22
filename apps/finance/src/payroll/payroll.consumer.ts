import { type EventOf, PayrollPosted, PayrollRunApproved } from '@millrace/contracts';
import { Clock, Decimal, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { entryOfPayroll, PayrollPosting } from '../domain/payroll-posting.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';

type Approved = EventOf<typeof PayrollRunApproved>;

/** What is owed for wages: booked when a payroll run is approved, at the end of its month. */
@Consumer('finance.payroll')
export class PayrollConsumer {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  load(events: readonly Approved[], tx: UnitOfWork): Promise<Ledger | undefined> {
    return this.ledgers.openFor(
      tx,
      events,
      events.map((event) => event.data.periodEndsOn),
    );
  }

  @Handles(PayrollRunApproved)
  approved(event: Approved, ledger: Ledger, tx: UnitOfWork): void {
    const { payrollRunId, periodStartsOn, periodEndsOn, currency, grossTotal, netTotal } = event.data;
    const date = ledger.dateOfFact(periodEndsOn as LocalDate);
    const entry = ledger.post(tx, entryOfPayroll(event.data, date, this.clock.now()))!;
    tx.insert(
      Object.assign(new PayrollPosting(), {
        companyId: event.companyId,
        runId: payrollRunId,
        periodStartsOn,
        periodEndsOn,
        currency,
        grossTotal: new Decimal(grossTotal),
        netTotal: new Decimal(netTotal),
        entryId: entry.id,
        paidOn: null,
        paidEntryId: null,
      }),
    );
    tx.publish(PayrollPosted.of({ payrollRunId, journalEntryId: entry.id, postedOn: date.postedOn }), event);
  }
}
