import { type EventOf, PayrollPosted, PayrollRunApproved } from '@millrace/contracts';
import { assert, Clock, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { entryOfPayroll, payrollPosting } from '../domain/payroll-posting.js';
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
    const { payrollRunId, periodEndsOn } = event.data;
    const date = ledger.dateOfFact(periodEndsOn as LocalDate);
    const entry = ledger.post(tx, entryOfPayroll(event.data, date, this.clock.now()));
    assert(entry, `payroll run ${payrollRunId} has a gross of 0.00, which its contract excludes`);
    tx.insert(payrollPosting(event.data, event.companyId, entry.id, date.postedOn));
    tx.publish(PayrollPosted.of({ payrollRunId, journalEntryId: entry.id, postedOn: date.postedOn }), event);
  }
}
