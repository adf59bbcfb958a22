import { Clock, isRefusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { debitTotalOf } from '../domain/manual-entry.js';
import { PendingEntry } from '../domain/pending-entry.js';
import { companyNotReady } from '../domain/refusals.js';
import { EntryDesk, type OpenLedger } from './entry-desk.js';
import { enteredOf, type PostEntryDto } from './journal-entries.dto.js';
import { type PendingEntryDto, showPending } from './pending-entries.dto.js';

/** Keeps an entry for somebody else to post. What could not be posted now is refused now. */
@Injectable()
export class SubmitEntryHandler implements CommandHandler<PostEntryDto, OpenLedger | undefined, PendingEntryDto> {
  readonly name = 'submit-entry';

  constructor(
    private readonly desk: EntryDesk,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<PostEntryDto>[], tx: UnitOfWork): Promise<OpenLedger | undefined> {
    return this.desk.open(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request),
    );
  }

  handle(command: Command<PostEntryDto>, loaded: OpenLedger | undefined, tx: UnitOfWork): Outcome<PendingEntryDto> {
    if (!loaded) return companyNotReady;
    const entered = enteredOf(command.request);
    const draft = this.desk.draft(command, entered, loaded);
    if (isRefusal(draft)) return draft;
    const debits = debitTotalOf(draft, loaded.ledger.company.baseCurrency);
    const pending = PendingEntry.submit(command.companyId, entered, debits, command.actor, this.clock.now());
    tx.insert(pending);
    return showPending(pending);
  }
}
