import { isRefusal, isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PayrollRun } from '../domain/payroll.js';
import { HrRepository } from '../persistence/hr.repository.js';
import { showRun } from './payroll-run.view.js';
import type { PayrollRunDto } from './run-payroll.dto.js';

export type Approve = Readonly<{ payrollRunId: string; seen: SeenVersion }>;

/** Makes a run final; finance books it by its totals. */
@Injectable()
export class ApprovePayrollHandler implements CommandHandler<Approve, ReadonlyMap<string, PayrollRun>, PayrollRunDto> {
  readonly name = 'approve-payroll';

  constructor(private readonly hr: HrRepository) {}

  load(commands: readonly Command<Approve>[], tx: UnitOfWork): Promise<ReadonlyMap<string, PayrollRun>> {
    return this.hr.lockRuns(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.payrollRunId),
    );
  }

  handle(command: Command<Approve>, runs: ReadonlyMap<string, PayrollRun>, tx: UnitOfWork): Outcome<PayrollRunDto> {
    const { payrollRunId, seen } = command.request;
    const run = runs.get(payrollRunId);
    if (!run) return new Refusal('not-found', 'missing', 'There is no payroll run with this id.');
    if (isStale(seen, run.version)) return new Refusal('version-stale', 'stale', 'The payroll run has changed since: read it again.');
    const fact = run.approve(command.actor);
    if (isRefusal(fact)) return fact;
    tx.publish(fact, command);
    return () => showRun(run);
  }
}
