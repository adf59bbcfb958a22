import { isRefusal, isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PayrollRun } from '../domain/payroll-run.js';
import { notFound, versionStale } from '../domain/refusals.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { showRun } from './payroll-run.view.js';
import type { PayrollRunDto } from './run-payroll.dto.js';

export type Approve = Readonly<{ payrollRunId: string; seen: SeenVersion }>;

/** Makes a run final; finance books it by its totals. */
@Injectable()
export class ApprovePayrollHandler implements CommandHandler<Approve, ReadonlyMap<string, PayrollRun>, PayrollRunDto> {
  readonly name = 'approve-payroll';

  constructor(private readonly runs: PayrollRunRepository) {}

  load(commands: readonly Command<Approve>[], tx: UnitOfWork): Promise<ReadonlyMap<string, PayrollRun>> {
    return this.runs.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.payrollRunId),
    );
  }

  handle(command: Command<Approve>, runs: ReadonlyMap<string, PayrollRun>, tx: UnitOfWork): Outcome<PayrollRunDto> {
    const { payrollRunId, seen } = command.request;
    const run = runs.get(payrollRunId);
    if (!run) return notFound('payroll run');
    if (isStale(seen, run.version)) return versionStale;
    const fact = run.approve(command);
    if (isRefusal(fact)) return fact;
    tx.publish(fact, command);
    return () => showRun(run);
  }
}
