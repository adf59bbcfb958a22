import { newId, Refusal } from '@millrace/kernel';
import { type Database, statement, type Transaction } from '@millrace/persistence';
import type { Rebuilder } from './rebuilder.js';
import type { CopyDifference } from './shadow.js';

const LOCK_CLASS = 7_302;
const PROGRESS_MS = 500;

const BEGIN = statement(`insert into rebuild_run (id, consumer, actor, reason) values ($1, $2, $3, $4)`);
const PROGRESS = statement(`update rebuild_run set facts = $2 where id = $1`);
const END = statement(`
  update rebuild_run set state = $2, compared = $3, differences = $4, error = $5, ended_at = now() where id = $1`);
/** One that was just written down may not hold its lock yet. */
const UNDER_WAY = statement(`
  select wanted.consumer from unnest($2::text[]) as wanted(consumer) where not pg_try_advisory_xact_lock($1, hashtext(wanted.consumer))
  or exists (select from rebuild_run r where r.consumer = wanted.consumer and r.state = 'running' and r.started_at > now() - interval '15 seconds')`);
const INTERRUPTED = statement(`
  update rebuild_run set state = 'failed', error = 'the process that ran it has ended', ended_at = now() where consumer = $1 and state = 'running'`);
const SHOW = statement(`select * from rebuild_run where id = $1`);
const LIST = statement(`select * from rebuild_run order by started_at desc limit 50`);

export type RebuildState = 'running' | 'equal' | 'different' | 'switched' | 'failed';

/** One rebuild: how far it came, and what it found. */
export type RebuildRun = Readonly<{
  id: string;
  consumer: string;
  state: RebuildState;
  facts: number;
  compared: number;
  differences: readonly CopyDifference[];
  error: string | null;
  startedAt: string;
  endedAt: string | null;
}>;

type Row = Omit<RebuildRun, 'startedAt' | 'endedAt'> & { started_at: string; ended_at: string | null };
type Wish = Readonly<{ consumer: string; accept?: boolean; actor: string; reason: string }>;

/** Rebuilds of this service's copies, one at a time for each consumer, each written down. */
export class Rebuilds {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly rebuilder: Rebuilder,
  ) {}

  /** Which of these consumers are being rebuilt now. */
  async underWayOf(tx: Transaction, consumers: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ consumer: string }>(UNDER_WAY, [LOCK_CLASS, [...new Set(consumers)].sort()]);
    return new Set(rows.map(({ consumer }) => consumer));
  }

  /** @returns the id under which it is written down, or why it cannot be. */
  writeDown(tx: Transaction, { consumer, actor, reason }: Wish, underWay: ReadonlySet<string>): string | Refusal {
    const { rebuildable } = this.rebuilder;
    if (!rebuildable.includes(consumer))
      return new Refusal('consumer-not-rebuildable', 'invalid', `Only copies can be rebuilt; here: ${rebuildable.join(', ') || 'none'}.`, { rebuildable });
    if (underWay.has(consumer)) return new Refusal('rebuild-under-way', 'conflict', `${consumer} is being rebuilt: wait for its end.`);
    const id = newId();
    tx.send(INTERRUPTED, [consumer]);
    tx.send(BEGIN, [id, consumer, actor, reason]);
    return id;
  }

  /** Begins what was written down, and does not wait for its end. */
  carryOut(id: string, wish: Pick<Wish, 'consumer' | 'accept'>): void {
    const run: Promise<void> = this.underLock(wish.consumer, () => this.run(id, wish))
      .catch((error: unknown) => this.end(id, 'failed', (error as Error).message))
      .finally(() => this.underWay.delete(run));
    this.underWay.add(run);
  }

  async show(id: string): Promise<RebuildRun | undefined> {
    const [row] = await this.database.query<Row>(SHOW, [id]);
    return row && runOf(row);
  }

  /** The newest first, at most 50. */
  async list(): Promise<RebuildRun[]> {
    return (await this.database.query<Row>(LIST)).map(runOf);
  }

  async stop(): Promise<void> {
    this.rebuilder.stop();
    await Promise.all(this.underWay);
  }

  private async underLock(consumer: string, work: () => Promise<void>): Promise<void> {
    const session = await this.database.connect();
    try {
      const { rows } = await session.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [LOCK_CLASS, consumer]);
      if (!rows[0]!.free) throw new Error('another rebuild began at the same moment');
      await work();
    } finally {
      await session.end();
    }
  }

  private async run(id: string, { consumer, accept }: Pick<Wish, 'consumer' | 'accept'>): Promise<void> {
    let facts = 0;
    let toldAt = 0;
    const onProgress = (count: number) => {
      facts = count;
      if (Date.now() - toldAt < PROGRESS_MS) return;
      toldAt = Date.now();
      this.database.query(PROGRESS, [id, facts]).catch(() => {});
    };
    const { compared, differences } = await this.rebuilder.run(consumer, { accept: accept ?? false, onProgress });
    await this.database.query(PROGRESS, [id, facts]);
    await this.end(id, differences.length === 0 ? 'equal' : accept ? 'switched' : 'different', null, compared, differences);
  }

  private async end(id: string, state: RebuildState, error: string | null, compared = 0, differences: readonly CopyDifference[] = []): Promise<void> {
    await this.database.query(END, [id, state, compared, JSON.stringify(differences), error]);
  }
}

function runOf({ id, consumer, state, facts, compared, differences, error, started_at, ended_at }: Row): RebuildRun {
  return { id, consumer, state, facts, compared, differences, error, startedAt: instant(started_at), endedAt: ended_at === null ? null : instant(ended_at) };
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
