import { Clock, isRefusal, Refusal, refusalToDecide, unique } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { personsDate } from '../domain/business-date.js';
import type { JournalEntry } from '../domain/journal-entry.js';
import { debitTotalOf, reversalOf } from '../domain/manual-entry.js';
import { companyNotReady, notFound } from '../domain/refusals.js';
import { JournalEntryRepository } from '../persistence/journal-entry.repository.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';
import type { JournalEntryDto } from '../views/journal-entry.dto.js';
import { viewOf } from '../views/journal-entry.view.js';
import type { ReverseEntryDto } from './journal-entries.dto.js';

export const REVERSE = 'finance.journal-entry.reverse';

export type Reverse = ReverseEntryDto & Readonly<{ journalEntryId: string }>;
type Loaded = Readonly<{ ledger?: Ledger; entries: ReadonlyMap<string, JournalEntry>; reversed: Set<string>; ofDocuments: ReadonlySet<string> }>;

const entryReversed = new Refusal('entry-reversed', 'conflict', 'This entry has been reversed already.');
const entryOfDocument = new Refusal(
  'entry-of-document',
  'conflict',
  'This entry tells of a document: correct the document, by a credit note, refund or count.',
);

/** Mends an entry that a person made, by one the other way round. */
@Injectable()
export class ReverseEntryHandler implements CommandHandler<Reverse, Loaded, JournalEntryDto> {
  readonly name = 'reverse-entry';

  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly journal: JournalEntryRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Reverse>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const ids = unique(commands.map(({ request }) => request.journalEntryId));
    const [ledger, ofDocuments] = await Promise.all([
      this.ledgers.open(
        tx,
        companyId,
        [],
        commands.map(({ request }) => request.postedOn),
      ),
      this.journal.ofDocuments(tx, companyId, ids),
    ]);
    const entries = new Map<string, JournalEntry>();
    const reversed = new Set<string>();
    await Promise.all(
      ids.map(async (id) => {
        const [entry, isReversed] = await Promise.all([this.journal.find(tx, companyId, id), this.journal.isReversed(tx, companyId, id)]);
        if (entry) entries.set(id, entry);
        if (isReversed) reversed.add(id);
      }),
    );
    return { ledger, entries, reversed, ofDocuments };
  }

  handle(command: Command<Reverse>, { ledger, entries, reversed, ofDocuments }: Loaded, tx: UnitOfWork): Outcome<JournalEntryDto> {
    if (!ledger) return companyNotReady;
    const { journalEntryId, postedOn, description } = command.request;
    const entry = entries.get(journalEntryId);
    if (!entry) return notFound('journal entry');
    if ((entry.source !== 'manual' && entry.source !== 'opening') || ofDocuments.has(entry.id)) return entryOfDocument;
    if (reversed.has(entry.id)) return entryReversed;
    const on = personsDate(postedOn, this.clock.today(ledger.company.timeZone), command.can('finance.ledger.backdate'));
    if (isRefusal(on)) return on;
    const date = ledger.dateOfPerson(on);
    if (isRefusal(date)) return date;
    const draft = reversalOf(entry, description, date, this.clock.now());
    const amount = debitTotalOf(draft, ledger.company.baseCurrency);
    const refusal = refusalToDecide(command, { what: 'a reversal', amount, permission: REVERSE });
    if (refusal) return refusal;
    reversed.add(entry.id);
    const reversal = ledger.post(tx, draft)!;
    return () => viewOf(reversal);
  }
}
