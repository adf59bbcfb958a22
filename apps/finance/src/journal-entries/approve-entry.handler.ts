import { Clock, isRefusal, isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PendingEntry } from '../domain/pending-entry.js';
import { companyNotReady, notFound, versionStale } from '../domain/refusals.js';
import { EntryDesk, type OpenLedger } from './entry-desk.js';
import { PendingEntryRepository } from '../persistence/pending-entry.repository.js';
import { type PendingEntryDto, showPending } from './pending-entries.dto.js';

export type Approval = Readonly<{ pendingEntryId: string; seen: SeenVersion }>;
type Loaded = Readonly<{ entries: ReadonlyMap<string, PendingEntry>; books?: OpenLedger }>;

/** Posts what somebody else entered, as if who approves it had entered it: its date and accounts are looked at again. */
@Injectable()
export class ApproveEntryHandler implements CommandHandler<Approval, Loaded, PendingEntryDto> {
  readonly name = 'approve-entry';

  constructor(
    private readonly pending: PendingEntryRepository,
    private readonly desk: EntryDesk,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<Approval>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const entries = await this.pending.lock(
      tx,
      companyId,
      commands.map(({ request }) => request.pendingEntryId),
    );
    const entered = [...entries.values()].map((each) => each.entered);
    return { entries, books: await this.desk.open(tx, companyId, entered) };
  }

  handle(command: Command<Approval>, { entries, books }: Loaded, tx: UnitOfWork): Outcome<PendingEntryDto> {
    const { pendingEntryId, seen } = command.request;
    if (!books) return companyNotReady;
    const pending = entries.get(pendingEntryId);
    if (!pending) return notFound('pending entry');
    if (isStale(seen, pending.version)) return versionStale;
    const refusal = pending.refusalToApprove(command);
    if (refusal) return refusal;
    const draft = this.desk.draft(command, pending.entered, books);
    if (isRefusal(draft)) return draft;
    pending.posted(command.actor, books.ledger.post(tx, draft)!.id, this.clock.now());
    return showPending(pending);
  }
}
