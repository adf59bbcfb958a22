import { setTimeout as sleep } from 'node:timers/promises';
import { newId, Refusal } from '@millrace/kernel';
import { defineEntity, Migration, p, statement } from '@millrace/persistence';
import { createTestDatabase, eventually, type TestDatabase } from '@millrace/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Command, CommandBus, type CommandHandler, MESSAGING_MIGRATIONS, MessageStore, type UnitOfWork } from '../index.js';
import { appendToTrail } from './audit-trail.js';
import type { Origin, RowChange } from './trail-entry.js';

class Purse {
  companyId!: string;
  id!: string;
  coins!: number;
  secretHash!: string | null;
  version!: number;
}

class Deposit {
  companyId!: string;
  id!: string;
  purseId!: string;
  coins!: number;
}

const PurseSchema = defineEntity({
  class: Purse,
  tableName: 'coin_purse',
  properties: { companyId: p.uuid().primary(), id: p.uuid().primary(), coins: p.integer(), secretHash: p.text().nullable(), version: p.integer() },
});
const DepositSchema = defineEntity({
  class: Deposit,
  tableName: 'deposit',
  properties: { companyId: p.uuid().primary(), id: p.uuid().primary(), purseId: p.uuid(), coins: p.integer() },
});

class Tables extends Migration {
  override up(): void {
    this.addSql('create table coin_purse (company_id uuid, id uuid, coins int not null, secret_hash text, version int not null, primary key (company_id, id))');
    this.addSql('create table deposit (company_id uuid, id uuid, purse_id uuid not null, coins int not null, primary key (company_id, id))');
  }
}

const LOCK = statement('select * from coin_purse where company_id = $1 and id = any($2) order by id for update');
const LINES = statement('select * from audit_trail where company_id = $1 order by tx, id');
const SEAL = statement('select audit_trail_seal(1000) as n');

type Pay = Command<Readonly<{ purseId: string; coins: number }>>;
type Loaded = Readonly<{ purses: ReadonlyMap<string, Purse>; deposits: Deposit[] }>;

/** Puts coins into purses that several commands of a group share; a purse holds ten. */
class PayIn implements CommandHandler<Pay['request'], Loaded, { depositId: string }> {
  readonly name = 'pay-in';

  async load(commands: readonly Pay[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, commands.map(({ request }) => request.purseId)]);
    const purses = rows.map((row) => tx.table(Purse).read(row));
    const deposits: Deposit[] = [];
    tx.beforeCommit(() => tx.table(Purse).update(tx, purses, 'coins', 'secretHash'));
    tx.beforeCommit(() => tx.table(Deposit).insert(tx, deposits));
    return { purses: new Map(purses.map((purse) => [purse.id, purse])), deposits };
  }

  handle({ request, companyId }: Pay, { purses, deposits }: Loaded) {
    const purse = purses.get(request.purseId)!;
    if (purse.coins + request.coins > 10) return new Refusal('purse-full', 'conflict', 'A purse holds ten coins.');
    purse.coins += request.coins;
    purse.secretHash = `$argon2id$${purse.coins}`;
    purse.version += 1; // Which is not among what is written.
    const deposit = Object.assign(new Deposit(), { companyId, id: newId(), purseId: purse.id, coins: request.coins });
    deposits.push(deposit);
    return { depositId: deposit.id };
  }
}

type Label = Command<Readonly<{ purseId: string; coins: number; numbered: boolean }>>;

/** Says what a purse holds, and makes one where there is none: several commands of a group may mean the same new one. */
class SetCoins implements CommandHandler<Label['request'], Map<string, Purse>, { purseId: string }> {
  readonly name = 'set-coins';

  async load(commands: readonly Label[], tx: UnitOfWork): Promise<Map<string, Purse>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [commands[0]!.companyId, commands.map(({ request }) => request.purseId)]);
    const purses = rows.map((row) => tx.table(Purse).read(row));
    tx.beforeCommit(() => tx.table(Purse).update(tx, purses, 'coins', 'version'));
    return new Map(purses.map((purse) => [purse.id, purse]));
  }

  handle({ request: { purseId, coins, numbered }, companyId }: Label, purses: Map<string, Purse>, tx: UnitOfWork) {
    let purse = purses.get(purseId);
    if (purse) {
      purse.coins = coins;
      purse.version += 1;
    } else {
      purse = Object.assign(new Purse(), { companyId, id: purseId, coins, secretHash: null, version: 1 });
      purses.set(purseId, purse);
      tx.insert(purse);
    }
    if (numbered) {
      const drawn = purse;
      tx.takeNumber('purse', 2026, (number) => {
        drawn.version = 100 + number;
        tx.beforeCommit(() => tx.table(Purse).update(tx, [drawn], 'version'));
      });
    }
    return { purseId };
  }
}

describe('the audit trail', () => {
  let test: TestDatabase;
  let bus: CommandBus;
  let superuser: pg.Client;
  const handler = new PayIn();

  beforeAll(async () => {
    test = await createTestDatabase(inject('servers'), 'trail', [PurseSchema, DepositSchema], [...MESSAGING_MIGRATIONS, { name: '1', class: Tables }]);
    bus = new CommandBus(new MessageStore(test.database));
    superuser = new pg.Client({ ...inject('servers').postgres, database: test.settings.database });
    await superuser.connect();
  });

  afterAll(async () => {
    await superuser.end();
    await test.database.close();
  });

  const origin = (purseId: string): Origin => ({
    operation: 'Purses_payIn',
    session: 3,
    client: 'till/2',
    address: '192.0.2.7',
    record: { type: 'purse', id: purseId },
  });

  const payIn = (companyId: string, purseId: string, coins: number, key = newId(), from: Origin | undefined = origin(purseId)) =>
    bus.run(handler, {
      companyId,
      actor: 'anna',
      correlationId: `request-${coins}`,
      request: { purseId, coins },
      can: () => true,
      limitsOn: () => ({}),
      origin: from,
      idempotency: { key, route: 'POST /purses', bodyHash: Buffer.from(String(coins)) },
    });

  async function openPurse(companyId: string): Promise<string> {
    const purse = Object.assign(new Purse(), { companyId, id: newId(), coins: 0, secretHash: null, version: 1 });
    await test.database.transaction(companyId, async (tx) => tx.table(Purse).insert(tx, [purse]));
    return purse.id;
  }

  type Line = Readonly<Record<string, unknown> & { id: string; changes: readonly RowChange[] }>;
  const linesOf = (companyId: string) => test.database.transaction(companyId, (tx) => tx.query<Line>(LINES, [companyId]));
  const seal = async () => (await test.database.query<{ n: number }>(SEAL))[0]!.n;

  /** Until there was something to seal: other databases of the cluster may have transactions under way. */
  async function sealed(): Promise<void> {
    while ((await seal()) === 0) await sleep(20);
  }

  it('says who did what, when, from where, and what it changed, once for a key', async () => {
    const companyId = newId();
    const purseId = await openPurse(companyId);
    const key = newId();
    await payIn(companyId, purseId, 4, key);
    await payIn(companyId, purseId, 4, key);
    expect(await linesOf(companyId)).toEqual([
      expect.objectContaining({
        subject: 'anna',
        session: 3,
        client: 'till/2',
        address: '192.0.2.7',
        operation: 'Purses_payIn',
        record_type: 'purse',
        record_id: purseId,
        request_id: 'request-4',
        outcome: 'done',
        problem: null,
        times: 1,
        changes: [
          { record: 'deposit', id: expect.any(String), after: { purseId, coins: 4 } },
          { record: 'coin-purse', id: purseId, before: { coins: 0, secretHash: null }, after: { coins: 4, secretHash: '(secret)' } },
        ],
      }),
    ]);
  });

  it('tells commands of one group apart, though they share a row, and keeps none that was refused', async () => {
    const companyId = newId();
    const [shared, other] = [await openPurse(companyId), await openPurse(companyId)];
    const paid = [payIn(companyId, other, 1), ...[4, 3, 9, 2].map((coins) => payIn(companyId, shared, coins)), payIn(companyId, other, 8)];
    await Promise.all(paid);
    const lines = await linesOf(companyId);
    const purseOf = ({ changes }: Line) => changes.find(({ record }) => record === 'coin-purse')!;
    const told = lines.filter(({ record_id: id }) => id === shared).map((line) => `${purseOf(line).before!.coins} to ${purseOf(line).after!.coins}`);
    expect(told.toSorted()).toEqual(['0 to 4', '4 to 7', '7 to 9']);
    expect(lines).toHaveLength(5);
    for (const { changes, record_id: id } of lines.slice(1))
      expect(changes.filter(({ record }) => record === 'coin-purse').map((each) => each.id)).toEqual([id]);
    const [first] = lines;
    expect([first!.tx === lines[1]!.tx, new Set(lines.slice(1).map(({ tx }) => tx)).size]).toEqual([false, 1]); // One alone, five together.
  });

  describe('of commands of one group, the first of which makes the row', () => {
    const setCoins = new SetCoins();

    /** What the last two of three commands, which share a transaction, say of their row. */
    async function toldOf(...requests: { actor: string; coins: number; numbered?: boolean }[]) {
      const [companyId, purseId] = [newId(), newId()];
      const set = (id: string, { actor, coins, numbered = false }: (typeof requests)[number]) =>
        bus.run(setCoins, {
          companyId,
          actor,
          correlationId: actor,
          request: { purseId: id, coins, numbered },
          can: () => true,
          limitsOn: () => ({}),
          origin: origin(id),
        });
      await Promise.all([set(newId(), { actor: 'first', coins: 1 }), ...requests.map((request) => set(purseId, request))]);
      const [alone, ...together] = await linesOf(companyId);
      expect([alone!.subject, new Set(together.map(({ tx }) => tx)).size]).toEqual(['first', 1]);
      return Object.fromEntries(together.map(({ subject, changes }) => [subject, changes.map(({ before, after }) => ({ before, after }))]));
    }

    it('says on each line what was its doing', async () => {
      expect(await toldOf({ actor: 'anna', coins: 10 }, { actor: 'ben', coins: 99 })).toEqual({
        anna: [{ after: { coins: 10, version: 1 } }],
        ben: [{ before: { coins: 10, version: 1 }, after: { coins: 99, version: 2 } }],
      });
    });

    it('holds a number to who drew it', async () => {
      expect(await toldOf({ actor: 'anna', coins: 10 }, { actor: 'ben', coins: 99, numbered: true }, { actor: 'carl', coins: 99 })).toEqual({
        anna: [{ after: { coins: 10, version: 1 } }],
        ben: [{ before: { coins: 10, version: 1 }, after: { coins: 99, version: 101 } }],
        carl: [{ before: { version: 2 }, after: { version: 3 } }],
      });
    });
  });

  it('is not written for what no request asked for, nor when the transaction fails', async () => {
    const companyId = newId();
    const purseId = await openPurse(companyId);
    await bus.run(handler, { companyId, actor: 'anna', correlationId: 'c', request: { purseId, coins: 1 }, can: () => true, limitsOn: () => ({}) });
    await expect(payIn(companyId, newId(), 1)).rejects.toThrow('undefined');
    expect(await linesOf(companyId)).toEqual([]);
  });

  it("is a company's own", async () => {
    const [ours, others] = [newId(), newId()];
    await payIn(ours, await openPurse(ours), 1);
    const seen = await test.database.transaction(others, (tx) => tx.query(LINES, [ours]));
    expect([seen, await test.database.query(LINES, [ours])]).toEqual([[], []]);
    expect(await linesOf(ours)).toHaveLength(1);
  });

  describe('once written', () => {
    const DENIED = expect.objectContaining({ code: '42501' });
    let companyId: string;
    let partition: string;

    beforeAll(async () => {
      companyId = newId();
      await payIn(companyId, await openPurse(companyId), 1);
      await sealed();
      const { rows } = await superuser.query<{ name: string }>('select tableoid::regclass::text as name from audit_trail where company_id = $1', [companyId]);
      partition = rows[0]!.name;
    });

    const tries = () => [
      `update audit_trail set subject = 'ben'`,
      'delete from audit_trail',
      'truncate audit_trail',
      `update ${partition} set subject = 'ben'`,
      `delete from ${partition}`,
      `truncate ${partition}`,
      `update audit_seal set hashes = ''`,
      'delete from audit_seal',
      'truncate audit_seal',
    ];

    async function attempt(user: pg.ClientConfig, sql: string): Promise<unknown> {
      const client = new pg.Client(user);
      await client.connect();
      try {
        await client.query(`select set_config('millrace.company', $1, false)`, [companyId]);
        return await client.query(sql).then(
          ({ rowCount }) => rowCount,
          (error: unknown) => error,
        );
      } finally {
        await client.end();
      }
    }

    it('is changed and taken away neither by the service nor by who owns the tables', async () => {
      expect(partition).toMatch(/^audit_trail_\d{6}$/);
      for (const sql of tries()) {
        expect([sql, await attempt(test.settings, sql), await attempt(test.owner, sql)]).toEqual([sql, DENIED, DENIED]);
      }
      expect(await linesOf(companyId)).toHaveLength(1);
    });

    it('has its time and its transaction from the database, whatever the service says', async () => {
      const line = (column?: string, value?: string) =>
        `insert into audit_trail (company_id, id, operation, outcome${column ? `, ${column}` : ''})
         values ('${companyId}', gen_random_uuid(), 'made', 'done'${value ? `, ${value}` : ''})`;
      expect([await attempt(test.settings, line('at', 'now()')), await attempt(test.settings, line('tx', `'3'`))]).toEqual([DENIED, DENIED]);
      expect(await attempt(test.settings, line('times', '2'))).toBe(1);
    });

    it('runs no function with rights of its owner on what a session puts in the way', async () => {
      const { rows } = await superuser.query<{ name: string; settings: string[] }>(
        `select proname as name, proconfig as settings from pg_proc where proname like 'audit\\_%' and prosecdef order by 1`,
      );
      expect(rows.map(({ name, settings }) => [name, settings])).toEqual(
        ['audit_trail_make_partitions', 'audit_trail_seal', 'audit_trail_unsealed'].map((name) => [name, ['search_path=public, pg_temp']]),
      );
    });

    it('is sealed by nobody but the function that seals, and read past the walls by nobody', async () => {
      for (const sql of [
        'insert into audit_seal select * from audit_seal',
        `update audit_seal_head set hash = ''`,
        'delete from audit_seal_head',
        `select from ${partition}`,
        `insert into ${partition} (company_id, id, operation, outcome) values ('${companyId}', gen_random_uuid(), 'forged', 'done')`,
      ])
        expect([sql, await attempt(test.settings, sql)]).toEqual([sql, DENIED]);
    });
  });

  describe('sealed', () => {
    const SEALS = "select first_position, last_position, ids, encode(hashes, 'hex') as hashes from audit_seal where company_id = $1 order by 1";

    it('is a chain in which each line comes once, in the order of their transactions', async () => {
      const companyId = newId();
      const purseId = await openPurse(companyId);
      for (const coins of [1, 2, 3]) {
        await payIn(companyId, purseId, coins);
        await sealed();
      }
      const { rows } = await superuser.query<{ first_position: string; ids: string[]; hashes: string }>(SEALS, [companyId]);
      expect(rows.flatMap(({ ids }) => ids)).toEqual((await linesOf(companyId)).map(({ id }) => id));
      expect(new Set(rows.map(({ hashes }) => hashes)).size).toBe(3);
      expect(rows.map((row) => Number(row.first_position))).toEqual([1, 2, 3]);
    });

    it('waits for a transaction under way, and leaves out none that commits late', async () => {
      const companyId = newId();
      const [early, late] = [new pg.Client(test.settings), newId()];
      await early.connect();
      await early.query('begin');
      await early.query(`select set_config('millrace.company', $1, true)`, [companyId]);
      await early.query(`insert into audit_trail (company_id, id, operation, outcome) values ($1, $2, 'slow', 'done')`, [companyId, newId()]);
      const note = { subject: null, origin: { ...origin(late), operation: 'quick' }, requestId: null, outcome: 'done', problem: null, times: 1 } as const;
      await test.database.transaction(companyId, async (tx) => appendToTrail(tx, [note]));
      await seal();
      expect((await superuser.query(SEALS, [companyId])).rows).toEqual([]);
      await early.query('commit');
      await early.end();
      await eventually(async () => {
        await seal();
        const { rows } = await superuser.query<{ ids: string[] }>(SEALS, [companyId]);
        expect(rows.flatMap(({ ids }) => ids)).toHaveLength(2);
      });
      expect((await linesOf(companyId)).map(({ operation }) => operation)).toEqual(['slow', 'quick']);
    });

    it('is done by one process at a time, and each line once by however many', async () => {
      const companyId = newId();
      const purseId = await openPurse(companyId);
      for (let n = 0; n < 5; n += 1) await payIn(companyId, purseId, 1);
      await eventually(async () => {
        await Promise.all(Array.from({ length: 5 }, seal));
        const { rows } = await superuser.query<{ ids: string[] }>(SEALS, [companyId]);
        expect(rows.flatMap(({ ids }) => ids)).toHaveLength(5);
      });
    });
  });
});
