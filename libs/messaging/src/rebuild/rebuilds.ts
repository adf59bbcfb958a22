import { newId, Refusal } from '@millrace/kernel';
import { type Database, statement } from '@millrace/persistence';
import type { Rebuilder } from './rebuilder.js';
import type { CopyDifference } from './shadow.js';

const LOCK_CLASS = 7_302;
const PROGRESS_MS = 500;

const BEGIN = statement(`insert into rebuild_run (id, consumer, actor, reason) values ($1, $2, $3, $4)`);
const PROGRESS = statement(`update rebuild_run set facts = $2 where id = $1`);
const END = statement(`
  update rebuild_run set state = $2, facts = $3, compared = $4, differences = $5, error = $6, ended_at = now() where id = $1`);
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
type Wish = Readonly<{ consumer: string; accept: boolean; actor: string; reason: string }>;

/** Rebuilds of this service's copies, one at a time for each consumer, each written down. */
export class Rebuilds {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly rebuilder: Rebuilder,
  ) {}

  /** Begins and does not wait for the end. @returns its id, or why not. */
  async begin(wish: Wish): Promise<string | Refusal> {
    const { consumer, actor, reason } = wish;
    const { rebuildable } = this.rebuilder;
    if (!rebuildable.includes(consumer))
      return new Refusal('consumer-not-rebuildable', 'invalid', `Only copies can be rebuilt; here: ${rebuildable.join(', ') || 'none'}.`, { rebuildable });
    const session = await this.database.connect();
    const { rows } = await session.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [LOCK_CLASS, consumer]);
    if (!rows[0]!.free) {
      await session.end();
      return new Refusal('rebuild-under-way', 'conflict', `${consumer} is being rebuilt: wait for its end.`);
    }
    await this.database.query(INTERRUPTED, [consumer]);
    const id = newId();
    await this.database.query(BEGIN, [id, consumer, actor, reason]);
    const run: Promise<void> = this.carryOut(id, wish)
      .then(() => session.end())
      .finally(() => this.underWay.delete(run));
    this.underWay.add(run);
    return id;
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

  private async carryOut(id: string, { consumer, accept }: Wish): Promise<void> {
    let facts = 0;
    let toldAt = 0;
    const onProgress = (count: number) => {
      facts = count;
      if (Date.now() - toldAt < PROGRESS_MS) return;
      toldAt = Date.now();
      this.database.query(PROGRESS, [id, facts]).catch(() => {});
    };
    try {
      const { compared, differences } = await this.rebuilder.run(consumer, { accept, onProgress });
      const state: RebuildState = differences.length === 0 ? 'equal' : accept ? 'switched' : 'different';
      await this.database.query(END, [id, state, facts, compared, JSON.stringify(differences), null]);
    } catch (error) {
      await this.database.query(END, [id, 'failed', facts, 0, '[]', (error as Error).message]).catch(() => {});
    }
  }
}

function runOf({ id, consumer, state, facts, compared, differences, error, started_at, ended_at }: Row): RebuildRun {
  return { id, consumer, state, facts, compared, differences, error, startedAt: started_at, endedAt: ended_at };
}
