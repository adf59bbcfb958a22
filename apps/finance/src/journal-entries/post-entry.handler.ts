import { isRefusal, refusalToDecide } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { debitTotalOf } from '../domain/manual-entry.js';
import { companyNotReady } from '../domain/refusals.js';
import { EntryDesk, type OpenLedger } from './entry-desk.js';
import type { JournalEntryDto } from '../views/journal-entry.dto.js';
import { viewOf } from '../views/journal-entry.view.js';
import { enteredOf, type PostEntryDto } from './journal-entries.dto.js';

export const POST = 'finance.journal-entry.post';

/** Posts an entry that a person makes, as far as its limit goes. */
@Injectable()
export class PostEntryHandler implements CommandHandler<PostEntryDto, OpenLedger | undefined, JournalEntryDto> {
  readonly name = 'post-entry';

  constructor(private readonly desk: EntryDesk) {}

  load(commands: readonly Command<PostEntryDto>[], tx: UnitOfWork): Promise<OpenLedger | undefined> {
    return this.desk.open(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request),
    );
  }

  handle(command: Command<PostEntryDto>, loaded: OpenLedger | undefined, tx: UnitOfWork): Outcome<JournalEntryDto> {
    if (!loaded) return companyNotReady;
    const { ledger } = loaded;
    const draft = this.desk.draft(command, enteredOf(command.request), loaded);
    if (isRefusal(draft)) return draft;
    const amount = debitTotalOf(draft, ledger.company.baseCurrency);
    const refusal = refusalToDecide(command, {
      what: 'an entry',
      amount,
      permission: POST,
      instead: 'make it with POST /v1/pending-entries for somebody else to post',
    });
    if (refusal) return refusal;
    const entry = ledger.post(tx, draft)!;
    return () => viewOf(entry);
  }
}
