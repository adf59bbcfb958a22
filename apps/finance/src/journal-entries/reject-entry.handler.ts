import { Clock, isStale, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PendingEntry } from '../domain/pending-entry.js';
import { notFound, versionStale } from '../domain/refusals.js';
import { PendingEntryRepository } from '../persistence/pending-entry.repository.js';
import { type PendingEntryDto, type RejectEntryDto, showPending } from './pending-entries.dto.js';

export type Rejection = RejectEntryDto & Readonly<{ pendingEntryId: string; seen: SeenVersion }>;

/** Gives up what was entered; nothing of it was in the ledger. */
@Injectable()
export class RejectEntryHandler implements CommandHandler<Rejection, ReadonlyMap<string, PendingEntry>, PendingEntryDto> {
  readonly name = 'reject-entry';

  constructor(
    private readonly pending: PendingEntryRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<Rejection>[], tx: UnitOfWork): Promise<ReadonlyMap<string, PendingEntry>> {
    return this.pending.lock(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.pendingEntryId),
    );
  }

  handle({ actor, request }: Command<Rejection>, entries: ReadonlyMap<string, PendingEntry>): Outcome<PendingEntryDto> {
    const pending = entries.get(request.pendingEntryId);
    if (!pending) return notFound('pending entry');
    if (isStale(request.seen, pending.version)) return versionStale;
    return pending.reject(actor, request.reason, this.clock.now()) ?? showPending(pending);
  }
}
