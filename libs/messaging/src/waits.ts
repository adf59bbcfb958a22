import { type Database, statement } from '@millrace/persistence';
import { failureOf } from './protocol/failure.js';
import type { Report } from './protocol/ports.js';

const KEPT = statement(`
  select 'streams ' || state as what, count(*) as count, min(state_since) as since from consumer_stream where state <> 'flowing' group by state
  union all select 'facts to publish', count(*), min(recorded_at) from outbox where published_at is null having count(*) > 0
  union all select 'streams held by the broker', count(*), min(held_at) from held_stream having count(*) > 0`);

/** Something that a process waits for. */
export type Wait = Readonly<{
  /** `finance.receivable`, `facts to publish`, `its place in the consumer group`. */
  what: string;
  count: number;
  /** ISO 8601. */
  since: string;
  why?: string;
}>;

/** What goes on trying, and since when: told by what it reports. */
export class Retries {
  private readonly open = new Map<string, { since: number; error: unknown; count: number }>();

  note(report: Report): void {
    if (report.kind === 'retry' || report.kind === 'group-split') this.failed(report.consumer, report.error);
    else if (report.kind === 'publish-failed') this.failed('the broker to take facts', report.error);
    else if (report.kind === 'applied') this.open.delete(report.consumer);
    else if (report.kind === 'parked') this.open.delete(report.stream.consumer);
    else if (report.kind === 'published') this.open.delete('the broker to take facts');
  }

  get waits(): Wait[] {
    return [...this.open].map(([what, { since, error, count }]) => {
      const { code, message } = failureOf(error);
      return { what, count, since: new Date(since).toISOString(), why: `${code}: ${message}` };
    });
  }

  private failed(what: string, error: unknown): void {
    const known = this.open.get(what);
    this.open.set(what, { since: known?.since ?? Date.now(), error, count: (known?.count ?? 0) + 1 });
  }
}

/** What a service's database keeps for later, oldest first of each kind. */
export async function keptWaits(database: Database): Promise<Wait[]> {
  const rows = await database.query<{ what: string; count: number; since: string }>(KEPT);
  return rows.map(({ what, count, since }) => ({ what, count, since: new Date(since).toISOString() }));
}
