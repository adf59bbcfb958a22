export type FloorWorkload = 'order-to-cash' | 'place order' | 'journal entry' | 'commit';

/** The tables of three owners, and of what each tells the others. */
export const SCHEMA = `
  create table sale (id uuid primary key, customer int not null, state int not null, total numeric not null);
  create table sale_line (sale uuid not null references sale, item int not null, quantity int not null, price numeric not null);
  create index on sale_line (sale);
  create table stock (item int primary key, on_hand bigint not null, reserved bigint not null);
  insert into stock select n, 1000000000, 0 from generate_series(1, 1000) n;
  create table move (sale uuid not null, item int not null references stock, quantity int not null);
  create index on move (item); create index on move (sale);
  create table account (code int primary key);
  insert into account select n from generate_series(1, 100) n;
  create table entry (id uuid primary key, kind int not null, document uuid not null);
  create table entry_line (entry uuid not null references entry, account int not null references account, party int, debit numeric not null, credit numeric not null);
  create index on entry_line (entry); create index on entry_line (account);
  create table told (id bigserial primary key, topic text not null, key uuid not null, body jsonb not null);
  create table mark (n bigserial primary key)`;

/** A statement that is prepared once for each connection, under its name. */
export type Prepared = Readonly<{ name: string; text: string; values: readonly unknown[] }>;

/** The statements of one commit, for an order and the item before the first of its three. */
export type Step = (sale: string, item: number) => readonly Prepared[];

const tell = (topic: string, sale: string): Prepared => ({
  name: 'tell',
  text: 'insert into told (topic, key, body) values ($1, $2, $3)',
  values: [topic, sale, `{"type":"${topic}","version":1,"lines":[{"item":1,"quantity":1},{"item":2,"quantity":2},{"item":3,"quantity":3}]}`],
});

const place: Step = (sale, item) => [
  { name: 'sale', text: 'insert into sale values ($1, $2, 0, 60)', values: [sale, item % 200] },
  { name: 'sale-lines', text: 'insert into sale_line select $1, $2::int + n, n, 10 from generate_series(1, 3) n', values: [sale, item] },
  tell('placed', sale),
];

const reserve: Step = (sale, item) => [
  { name: 'reserve', text: 'update stock set reserved = reserved + item - $1::int where item between $1::int + 1 and $1::int + 3', values: [item] },
  tell('reserved', sale),
];

const ship: Step = (sale, item) => [
  {
    name: 'ship',
    text: 'update stock set on_hand = on_hand - (item - $1::int), reserved = reserved - (item - $1::int) where item between $1::int + 1 and $1::int + 3',
    values: [item],
  },
  { name: 'moves', text: 'insert into move select $1, $2::int + n, -n from generate_series(1, 3) n', values: [sale, item] },
  tell('shipped', sale),
];

/** One line on one side for the whole, the others on the other side in equal parts. */
const entry = (sale: string, item: number, lines: number): Prepared => ({
  name: `entry-of-${lines}`,
  text: `
    with e as (insert into entry values (gen_random_uuid(), 1, $1) returning id)
    insert into entry_line select e.id, 10 + n, case n when 1 then $2::int end, case n when 1 then 60 else 0 end, case n when 1 then 0 else 60.0 / ${lines - 1} end
    from e, generate_series(1, ${lines}) n`,
  values: [sale, item % 200],
});

const invoice: Step = (sale, item) => [entry(sale, item, 4), tell('invoiced', sale)];

const pay: Step = (sale, item) => [
  entry(sale, item, 2),
  tell('paid', sale),
  { name: 'close', text: 'update sale set state = 3 where id = $1', values: [sale] },
];

/** What each workload commits, step by step. */
export const WORK: Readonly<Record<FloorWorkload, readonly Step[]>> = {
  'order-to-cash': [place, reserve, ship, invoice, pay],
  'place order': [place],
  'journal entry': [(sale, item) => [entry(sale, item, 4)]],
  commit: [() => [{ name: 'mark', text: 'insert into mark default values', values: [] }]],
};
