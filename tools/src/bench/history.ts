import type pg from 'pg';
import { MARKER } from '../audit/made-up-history.js';
import { untilThere } from '../api/patiently.js';
import { DRAW, idsFrom, INGREDIENTS, type Keeper, KEEPERS, ROWS, STREAMS, streamRows } from './history-rows.js';
import { isSealed } from './many-lines.js';
import type { Stage } from './workload.js';

/** Large enough that statements cost nothing, small enough that somebody sees it go on. */
const CHUNK = 10_000;
/** Ids of the history are so much older than the company: no service made any id among them. */
const OLDER_MS = 366 * 86_400_000;
/** Three entries of each order; the slowest that was seen was some hundred a second. */
const SEALING_LIMIT_MS = (orders: number) => 120_000 + orders * 20;

/** In the order of the columns of `history`. */
const SERIES = ['SO', 'INV', 'PAY', 'SAL', 'STK', 'BNK'];

type Clients = Readonly<Record<Keeper, pg.Client>>;
type Ingredients = Readonly<{ history: readonly unknown[]; items: string; customers: string }>;

/**
 * So many orders that were placed, shipped, invoiced and paid, in the tables of who keeps them as their road leaves them
 * there, but for the outbox, whose rows are dropped after a day. The log has no fact of them, so a marker tells the audit.
 */
export async function writeHistory(
  { shop: { companyId }, asOwner, onProgress }: Pick<Stage, 'shop' | 'asOwner' | 'onProgress'>,
  orders: number,
): Promise<void> {
  await asOwner('finance', (client) => untilThere(() => isSealed(client, companyId), Boolean, 'the seal of every entry before'));
  await withClients(asOwner, async (clients) => {
    const ingredients = await readIngredients(clients, companyId);
    const from = Date.now();
    await each((keeper) => prepare(clients[keeper], companyId, ingredients));
    for (let first = 1; first <= orders; first += CHUNK) {
      const last = Math.min(orders, first + CHUNK - 1);
      await each((keeper) => writeChunk(clients[keeper], keeper, first, last));
      onProgress(`wrote ${last.toLocaleString('en')} of ${orders.toLocaleString('en')} orders in ${Math.round((Date.now() - from) / 1_000)} s`);
    }
    await each((keeper) => mark(clients[keeper], keeper, orders));
    onProgress('waiting until they are sealed');
    await untilThere(() => isSealed(clients.finance, companyId), Boolean, 'the seal of every entry', SEALING_LIMIT_MS(orders));
    onProgress(`tidying up; ${await sizeOf(clients)} in the three databases`);
    await each((keeper) => settle(clients[keeper]));
  });
}

const each = (work: (keeper: Keeper) => Promise<unknown>) => Promise.all(KEEPERS.map(work));

function withClients(asOwner: Stage['asOwner'], work: (clients: Clients) => Promise<void>): Promise<void> {
  return asOwner('orders', (orders) => asOwner('inventory', (inventory) => asOwner('finance', (finance) => work({ orders, inventory, finance }))));
}

/** What the company sells, to whom, and how far its numbers are. */
async function readIngredients({ orders, inventory, finance }: Clients, companyId: string): Promise<Ingredients> {
  const one = async <Row extends object>(client: pg.Client, sql: string) => (await client.query<Row>(sql, [companyId])).rows[0]!;
  const company = await one<{ day: string; country: string; currency: string; subject: string }>(
    orders,
    `select (now() at time zone time_zone)::date::text as day, country, base_currency as currency,
       (select subject from idempotency_key k where k.company_id = c.company_id limit 1) as subject from company_copy c where company_id = $1`,
  );
  const places = await one<{ stock: string; customer: string; costs: object }>(
    inventory,
    `select (select w.stock_location_id from warehouse w join company_copy c on c.company_id = w.company_id and c.main_warehouse_id = w.id where w.company_id = $1) as stock,
       (select id from location where company_id = $1 and kind = 'customer') as customer,
       (select jsonb_object_agg(item_id, value / on_hand) from stock_level where company_id = $1 and on_hand > 0) as costs`,
  );
  const year = Number(company.day.slice(0, 4));
  const numbersOf = async (client: pg.Client) =>
    (
      await client.query<{ series: string; last: string }>('select series, last_number as last from number_series where company_id = $1 and year = $2', [
        companyId,
        year,
      ])
    ).rows;
  const numbers = new Map([...(await numbersOf(orders)), ...(await numbersOf(finance))].map(({ series, last }) => [series, last]));
  const { rows: items } = await orders.query<{ id: string }>(
    `select c.item_id as id, c.sku, c.name, p.unit_price as price from item_copy c join item_price p on p.company_id = c.company_id and p.item_id = c.item_id where c.company_id = $1 order by c.sku`,
    [companyId],
  );
  const { rows: customers } = await orders.query('select id, name from customer where company_id = $1 order by id', [companyId]);
  const costs = places.costs as Record<string, number>;
  return {
    history: [
      companyId,
      company.day,
      year,
      company.country,
      company.currency,
      company.subject,
      places.stock,
      places.customer,
      ...SERIES.map((series) => numbers.get(series)),
    ],
    items: JSON.stringify(items.map((item, at) => ({ at, ...item, cost: costs[item.id] }))),
    customers: JSON.stringify(customers.map((customer: object, at) => ({ at, ...customer }))),
  };
}

async function prepare(client: pg.Client, companyId: string, { history, items, customers }: Ingredients): Promise<void> {
  // The first twelve digits of an id of version 7 are its millisecond.
  const foundedMs = Number.parseInt(companyId.replaceAll('-', '').slice(0, 12), 16);
  for (const sql of [...idsFrom(foundedMs - OLDER_MS, foundedMs), ...INGREDIENTS]) await client.query(sql);
  await client.query(`insert into history values (${history.map((_, at) => `$${at + 1}`).join(', ')})`, [...history]);
  await client.query('insert into shop_item select * from jsonb_to_recordset($1) as i(at int, id uuid, sku text, name text, price numeric, cost numeric)', [
    items,
  ]);
  await client.query('insert into shop_customer select * from jsonb_to_recordset($1) as c(at int, id uuid, name text)', [customers]);
  await client.query('insert into told select * from jsonb_to_recordset($1) as t(topic text, kind int, types text[])', [JSON.stringify(STREAMS)]);
  await client.query('analyze shop_item, shop_customer');
  // Foreign keys, and the trigger that adds up each entry, are for rows of programs that may be wrong one by one. The audit
  // looks at all of these at once; checks and unique keys stay.
  await client.query('set session_replication_role = replica');
}

async function writeChunk(client: pg.Client, keeper: Keeper, first: number, last: number): Promise<void> {
  const { rows, numbers } = ROWS[keeper];
  await client.query('begin');
  for (const { text, chunk } of DRAW) await client.query(text, chunk ? [first, last] : []);
  for (const sql of [...rows, ...streamRows(keeper)]) await client.query(sql);
  for (const sql of numbers) await client.query(sql, [last - first + 1]);
  await client.query('commit');
}

/** So that the audit knows what the log can not tell. */
async function mark(client: pg.Client, keeper: Keeper, orders: number): Promise<void> {
  await client.query(MARKER);
  await client.query(`grant select on made_up_history to "${keeper}_audit"`);
  await client.query(
    `insert into made_up_history select topic, pg_temp.made(kind, 1)::text, pg_temp.made(kind, $1)::text, $1, types from told where topic like '${keeper}.%'`,
    [orders],
  );
}

/** What PostgreSQL would do by itself in the minutes to come, while something is measured. */
async function settle(client: pg.Client): Promise<void> {
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}

async function sizeOf(clients: Clients): Promise<string> {
  const sizes = await Promise.all(
    KEEPERS.map(async (keeper) => Number((await clients[keeper].query<{ size: string }>('select pg_database_size(current_database()) as size')).rows[0]!.size)),
  );
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 2 ** 30).toFixed(2)} GiB`;
}
