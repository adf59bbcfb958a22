import { type Database, statement, type Table, type Transaction } from '@millrace/persistence';
import { assert } from '@millrace/kernel';

const SHADOW = '~rebuild';

/** The name under which a consumer takes its facts a second time. */
export const shadowName = (consumer: string): string => `${consumer}${SHADOW}`;

/** A row of the live table that is not what the facts say. No value is shown: copies hold personal data. */
export type CopyDifference = Readonly<{ table: string; key: string; found: string }>;

/** What came of a comparison; undefined while the new tables are behind the live ones. */
export type Comparison = Readonly<{ compared: number; differences: readonly CopyDifference[] }>;

/** Two that open at once would grant on the same schema, which PostgreSQL refuses: one after the other. */
const OPEN = statement(`select rebuild_open($1) from (select pg_advisory_xact_lock(7304)) one_at_a_time`);
const CLOSE = statement(`select rebuild_close($1)`);
const FORGET_STREAMS = statement(`delete from consumer_stream where consumer = $1`);
const FORGET_KEPT = statement(`delete from kept_event where consumer = $1`);
const BEHIND = statement(`
  select count(*)::int as n from consumer_stream l left join consumer_stream n on n.consumer = $2 and n.topic = l.topic and n.key = l.key
  where l.consumer = $1 and coalesce(n.taken_sequence, 0) < l.taken_sequence`);
const COMPANIES = statement(`select distinct company_id from consumer_stream where consumer = $1 and company_id is not null order by 1`);
const FOR_COMPANY = statement(`select set_config('millrace.company', $1, true)`);
const DIFFERENCES_SHOWN = 100;

// oxlint-disable-next-line no-explicit-any -- tables of many classes are kept together
type AnyTable = Table<any>;

/** The tables of a copy beside the live ones: opened empty, compared with them, put in their place, closed. */
export class Shadow {
  private readonly names: readonly string[];

  constructor(
    private readonly live: Database,
    private readonly consumer: string,
    private readonly tables: readonly AnyTable[],
  ) {
    this.names = tables.map(({ name }) => name);
  }

  async open(): Promise<void> {
    await this.live.query(OPEN, [this.names]);
    await this.forget();
  }

  async close(): Promise<void> {
    await this.live.query(CLOSE, [this.names]);
    await this.forget();
  }

  /**
   * Compares in one transaction in which writers of the live tables wait and readers do not. A row that the new table has
   * from a later fact than the live one is no difference: its consumer brings it as soon as it may write.
   *
   * @param accept Puts the new rows in the place of the live ones where they differ.
   * @returns undefined when some stream is further in the live tables than in the new ones.
   */
  compare(accept: boolean): Promise<Comparison | undefined> {
    return this.live.transaction(null, async (tx) => {
      for (const name of this.names) tx.send(statementOf(`lock table public."${name}" in share row exclusive mode`));
      const names = [this.consumer, shadowName(this.consumer)];
      const [behind] = await tx.query<{ n: number }>(BEHIND, names);
      if (behind!.n > 0) return undefined;
      const companies = await tx.query<{ company_id: string }>(COMPANIES, [shadowName(this.consumer)]);
      let compared = 0;
      const differences: CopyDifference[] = [];
      for (const { company_id: companyId } of companies) {
        tx.send(FOR_COMPANY, [companyId]);
        for (const table of this.tables) {
          const [count] = await tx.query<{ n: number }>(statementOf(`select count(*)::int as n from rebuild."${table.name}" where company_id = $1`), [
            companyId,
          ]);
          compared += count!.n;
          const found = await tx.query<CopyDifference>(differencesBetween(table), [companyId, ...names]);
          differences.push(...found);
          if (accept && found.length > 0) putInPlace(tx, table, companyId);
        }
      }
      return { compared, differences: differences.slice(0, DIFFERENCES_SHOWN) };
    });
  }

  private async forget(): Promise<void> {
    await this.live.query(FORGET_KEPT, [shadowName(this.consumer)]);
    await this.live.query(FORGET_STREAMS, [shadowName(this.consumer)]);
  }
}

function differencesBetween(table: AnyTable) {
  const { name, primaryKey } = table;
  const key = primaryKey.at(-1)!; // A copy's row is called what its stream is about.
  assert(primaryKey.includes('"company_id"'), `${name} is of no company`);
  const match = primaryKey.map((each) => `l.${each} = n.${each}`).join(' and ');
  return statementOf(`
    select '${name}' as table, coalesce(l.${key}, n.${key})::text as key,
      case when l is null then 'missing' when n is null then 'not told by any fact'
      else 'other in ' || (select string_agg(c.key, ', ') from jsonb_each(to_jsonb(l)) c where c.value is distinct from to_jsonb(n) -> c.key) end as found
    from (select * from public."${name}" where company_id = $1) l full join (select * from rebuild."${name}" where company_id = $1) n on ${match}
    where row(l.*) is distinct from row(n.*) and not exists (
      select from consumer_stream s left join consumer_stream o on o.consumer = $2 and o.topic = s.topic and o.key = s.key
      where s.consumer = $3 and s.key = coalesce(l.${key}, n.${key})::text and s.taken_sequence > coalesce(o.taken_sequence, 0))
    order by 2 limit ${DIFFERENCES_SHOWN + 1}`);
}

function putInPlace(tx: Transaction, { name, primaryKey, columnNames }: AnyTable, companyId: string): void {
  const [keys, columns] = [primaryKey.join(', '), columnNames.join(', ')];
  const sets = columnNames.map((each) => `${each} = excluded.${each}`).join(', ');
  tx.send(
    statementOf(`delete from public."${name}" where company_id = $1 and (${keys}) not in (select ${keys} from rebuild."${name}" where company_id = $1)`),
    [companyId],
  );
  tx.send(
    statementOf(`insert into public."${name}" as l (${columns}) select ${columns} from rebuild."${name}" where company_id = $1
      on conflict (${keys}) do update set ${sets} where row(l.*) is distinct from row(excluded.*)`),
    [companyId],
  );
}

const statements = new Map<string, ReturnType<typeof statement>>();

/** Statements are named once for each text. */
function statementOf(text: string) {
  const found = statements.get(text) ?? statement(text);
  statements.set(text, found);
  return found;
}
