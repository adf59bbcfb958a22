import { type EventOf, PayrollPaid, PayrollPosted, type ReceivedEvent } from '@millrace/contracts';
import { assert, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import type { PayrollRun } from '../domain/payroll-run.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';

type Loaded = ReadonlyMap<string, PayrollRun>;

/** How far a payroll run has come in the ledger: posted, then paid. */
@Consumer('hr.payroll-run')
export class SettlePayrollConsumer {
  constructor(private readonly runs: PayrollRunRepository) {}

  load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Loaded> {
    return this.runs.lock(
      tx,
      events[0]!.companyId,
      events.map((event) => event.key),
    );
  }

  @Handles(PayrollPosted)
  posted(event: EventOf<typeof PayrollPosted>, runs: Loaded): void {
    runOf(event, runs).posted(event.data.postedOn as LocalDate);
  }

  @Handles(PayrollPaid)
  paid(event: EventOf<typeof PayrollPaid>, runs: Loaded): void {
    runOf(event, runs).paid(event.data.paidOn as LocalDate);
  }
}

function runOf(event: ReceivedEvent, runs: Loaded): PayrollRun {
  const run = runs.get(event.key);
  assert(run, `there is no payroll run ${event.key}`);
  return run;
}
