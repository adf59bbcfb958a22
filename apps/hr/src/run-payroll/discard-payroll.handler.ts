import { isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PayrollRun } from '../domain/payroll-run.js';
import { notFound, versionStale } from '../domain/refusals.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { showRun } from './payroll-run.view.js';
import type { DiscardPayrollDto, PayrollRunDto } from './run-payroll.dto.js';

export type Discard = DiscardPayrollDto & Readonly<{ payrollRunId: string; seen: SeenVersion }>;

/** Gives up a draft that is wrong; nobody was told of it. */
@Injectable()
export class DiscardPayrollHandler implements CommandHandler<Discard, ReadonlyMap<string, PayrollRun>, PayrollRunDto> {
  readonly name = 'discard-payroll';

  constructor(private readonly runs: PayrollRunRepository) {}

  load(commands: readonly Command<Discard>[], tx: UnitOfWork): Promise<ReadonlyMap<string, PayrollRun>> {
    return this.runs.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.payrollRunId),
    );
  }

  handle({ actor, request }: Command<Discard>, runs: ReadonlyMap<string, PayrollRun>): Outcome<PayrollRunDto> {
    const run = runs.get(request.payrollRunId);
    if (!run) return notFound('payroll run');
    if (isStale(request.seen, run.version)) return versionStale;
    return run.discard(actor, request.reason) ?? (() => showRun(run));
  }
}
