import { indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PendingEntry, type PendingState } from '../domain/pending-entry.js';

export const PendingEntrySchema = defineEntity({
  class: PendingEntry,
  tableName: 'pending_entry',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.text().$type<PendingEntry['kind']>(),
    postedOn: p.date().$type<LocalDate>().nullable(),
    description: p.text(),
    lines: p.json().$type<PendingEntry['lines']>(),
    currency: p.text(),
    debitTotal: p.type(AmountType),
    state: p.text().$type<PendingState>(),
    submittedBy: p.text(),
    submittedAt: p.datetime(),
    decidedBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
    rejectReason: p.text().nullable(),
    journalEntryId: p.uuid().nullable(),
    version: p.integer(),
  },
});

const LOCK = statement('select * from pending_entry where company_id = $1 and id = any($2::uuid[]) order by id for update');
const BY_ID = statement('select * from pending_entry where company_id = $1 and id = $2');

@Injectable()
export class PendingEntryRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** What is decided of them is written before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, PendingEntry>> {
    const table = tx.table(PendingEntry);
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]);
    const entries = rows.map((row) => table.read(row));
    tx.beforeCommit(() => table.update(tx, entries, 'state', 'decidedBy', 'decidedAt', 'rejectReason', 'journalEntryId', 'version'));
    return indexBy(entries, ({ id }) => id);
  }

  byId(companyId: string, id: string): Promise<PendingEntry | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>(BY_ID, [companyId, id]);
      return row && tx.table(PendingEntry).read(row);
    });
  }
}
