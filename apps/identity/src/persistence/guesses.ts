import { Database, statement } from '@millrace/persistence';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** So long attempts count together, from the first on. */
const QUARTER_SECONDS = 900;
const SWEEP_MS = 600_000;
const SWEPT_AT_ONCE = 10_000;

/** How many attempts there were, this one included, and how long they count. */
export type Counted = Readonly<{ attempts: number; secondsLeft: number }>;

/** Counts one more: in the time of those before, or from now when that is over. */
const countSql = (source: string) => `
  insert into sign_in_attempt as a (id, attempts, ends_at) ${source}
  on conflict (id) do update set
    attempts = case when a.ends_at > now() then a.attempts + 1 else 1 end,
    ends_at = case when a.ends_at > now() then a.ends_at else excluded.ends_at end
  returning attempts, ceil(extract(epoch from ends_at - now()))::int as seconds_left`;
const ENDS_AT = `now() + interval '${QUARTER_SECONDS} seconds'`;

const COUNT = statement(countSql(`values ($1::uuid, 1, ${ENDS_AT})`));
// The second count follows the first, so all attempts lock their rows in one order, and one that was refused counts nowhere else.
const COUNT_BOTH = statement(`
  with here as (${countSql(`values ($1::uuid, 1, ${ENDS_AT})`)}),
  everywhere as (${countSql(`select $2::uuid, 1, ${ENDS_AT} from here where attempts <= $3`)})
  select here.attempts as here, here.seconds_left as here_left, everywhere.attempts as everywhere, everywhere.seconds_left as everywhere_left,
    exists (select from sign_in_place where id = $1 and ends_at > now()) as entered
  from here left join everywhere on true`);
const FORGET = statement('delete from sign_in_attempt where id = $1');
const ENTER = statement(`
  with here as (delete from sign_in_attempt where id = $1 returning id),
  everywhere as (update sign_in_attempt set attempts = greatest(attempts - 1, 0) where id = $2 and (select count(*) from here) >= 0)
  insert into sign_in_place (id, ends_at) values ($1, now() + make_interval(days => $3)) on conflict (id) do update set ends_at = excluded.ends_at`);
const SWEEP = ['sign_in_attempt', 'sign_in_place'].map((table) =>
  statement(
    `delete from ${table} where id in (select id from ${table} where ends_at < now() order by ends_at limit ${SWEPT_AT_ONCE} for update skip locked) returning id`,
  ),
);

type BothRow = Readonly<{ here: number; here_left: number; everywhere: number | null; everywhere_left: number | null; entered: boolean }>;

/** What is counted of guesses at secrets, by all replicas together: one statement for an attempt, by ids that are digests. */
@Injectable()
export class Guesses implements OnApplicationShutdown {
  private readonly timer = setInterval(() => void this.sweep().catch(() => {}), SWEEP_MS).unref();

  constructor(@Inject(Database) private readonly database: Database) {}

  async count(id: string): Promise<Counted> {
    const [row] = await this.database.query<{ attempts: number; seconds_left: number }>(COUNT, [id]);
    return { attempts: row!.attempts, secondsLeft: row!.seconds_left };
  }

  /** Counts an attempt in one place and, while there are not too many there, in all places together. */
  async countBoth(here: string, everywhere: string, mostHere: number): Promise<Readonly<{ here: Counted; everywhere?: Counted; entered: boolean }>> {
    const [row] = await this.database.query<BothRow>(COUNT_BOTH, [here, everywhere, mostHere]);
    const { here: attempts, here_left: secondsLeft, everywhere: all, everywhere_left: allLeft, entered } = row!;
    return { here: { attempts, secondsLeft }, ...(all === null ? {} : { everywhere: { attempts: all, secondsLeft: allLeft! } }), entered };
  }

  async forget(id: string): Promise<void> {
    await this.database.query(FORGET, [id]);
  }

  /** The right secret: the place starts anew, is remembered for so many days, and its attempt was none at the account. */
  async entered(here: string, everywhere: string, days: number): Promise<void> {
    await this.database.query(ENTER, [here, everywhere, days]);
  }

  async sweep(): Promise<void> {
    for (const each of SWEEP) for (let swept = SWEPT_AT_ONCE; swept === SWEPT_AT_ONCE; ) swept = (await this.database.query(each)).length;
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
