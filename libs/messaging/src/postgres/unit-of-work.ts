import { createHash } from 'node:crypto';
import { type Contract, type ContractEvent, type EventDefinition, type ReceivedEvent, violationsOf } from '@millrace/contracts';
import { assert, groupBy } from '@millrace/kernel';
import { arrayLiteral, statement, type Table, Transaction } from '@millrace/persistence';
import { type Cause, envelopeOf } from '../envelope.js';
import { EventVersions, writtenAs } from '../event-versions.js';
import { EventTooLarge, MAX_EVENT_BYTES } from '../protocol/failure.js';
import type { HandlingTransaction, Need } from '../protocol/ports.js';
import { streamName } from '../record.js';
import { Changes } from '../trail/changes.js';

/** Shards of the outbox, fixed: each is published by one relay at a time. */
export const SHARDS = 16;

const DRAW_NUMBERS = statement(`
  insert into number_series as s (company_id, series, year, last_number)
  select $1::uuid, u.series, u.year, u.n from unnest($2::text[], $3::int[], $4::bigint[]) as u(series, year, n) order by u.series, u.year
  on conflict (company_id, series, year) do update set last_number = s.last_number + excluded.last_number
  returning series, year, last_number`);

const APPEND_OUTBOX = statement(`
  with stream as (
    insert into event_stream as s (topic, key, last_sequence)
    select u.topic, u.key, u.n from unnest($1::text[], $2::text[], $3::bigint[]) as u(topic, key, n) order by u.topic, u.key
    on conflict (topic, key) do update set last_sequence = s.last_sequence + excluded.last_sequence
    returning topic, key, last_sequence
  )
  insert into outbox (id, shard, topic, key, sequence, headers, body)
  select r.id, r.shard, r.topic, r.key, stream.last_sequence - r.from_end, r.headers, r.body
  from unnest($4::uuid[], $5::smallint[], $6::text[], $7::text[], $8::bigint[], $9::text[], $10::text[])
    as r(id, shard, topic, key, from_end, headers, body)
  join stream using (topic, key)`);

type RowClass = abstract new (...args: never[]) => object;
type Outgoing = Readonly<{ event: ContractEvent; cause: Cause }>;
type Numbered = Readonly<{ series: string; year: number; use: (number: number) => void }>;

/**
 * One transaction of business work: what changes, and the facts that tell of it.
 *
 * Facts go to the outbox in the same transaction, each with the next sequence of its stream. Repositories register
 * their writes with `beforeCommit`, so that a handler only decides.
 */
export class UnitOfWork extends Transaction implements HandlingTransaction {
  private outgoing: Outgoing[] = [];
  private readonly needs = new Map<string, Need>();
  private numbered: Numbered[] = [];
  private told = 0;
  private writes: (() => void)[] = [];
  private newRows = new Map<RowClass, object[]>();
  private readonly changed = new Map<string, object | undefined>();
  private versions = new EventVersions();
  private changes?: Changes;

  /** @internal Which versions its facts are written in. */
  writeIn(versions: EventVersions): void {
    this.versions = versions;
    this.planOnce();
  }

  /** @internal Takes down from now on which of so many commands changes what. */
  watchChanges(commands: number): Changes {
    this.changes = new Changes(commands);
    return this.changes;
  }

  /** @internal What a command of the group does in this transaction is its doing; `did` says whether it did anything. */
  actFor<R>(command: number, work: () => R, did: (result: R) => boolean): R {
    const { changes } = this;
    return changes ? changes.during(command, work, (result) => did(result) && (this.writes.length > 0 || changes.hasMadeRows)) : work();
  }

  override table<T extends object>(entity: abstract new (...args: never[]) => T): Table<T> {
    return this.changes ? this.changes.watch(entity, () => super.table(entity)) : super.table(entity);
  }

  /** Tells a fact. It is validated, numbered within its stream and sent after the commit. */
  publish(event: ContractEvent, cause: Cause | ReceivedEvent): void {
    this.outgoing.push({ event, cause: 'id' in cause ? causeOf(cause) : cause });
    this.told += 1;
  }

  /** Says in `load` that an event came before what it belongs to: it is kept and applied once that fact is there. */
  waitFor(event: ReceivedEvent, fact: EventDefinition, id: string): void {
    this.needs.set(event.id, { type: fact.name, id });
  }

  needOf(event: ReceivedEvent): Need | undefined {
    return this.needs.get(event.id);
  }

  /**
   * Takes the next number of a gapless series; `use` gets it shortly before the commit, in the order of the calls.
   *
   * The series is locked from then on to the commit only, after every other lock.
   */
  takeNumber(series: string, year: number, use: (number: number) => void): void {
    const command = this.changes?.underWay;
    this.numbered.push({ series, year, use: (number) => this.finishFor(command, () => use(number)) });
  }

  /** Adds new rows of mapped classes; those of a class go into one statement before the commit. */
  insert(...rows: readonly object[]): void {
    for (const row of rows) {
      const kind = row.constructor as RowClass;
      this.changes?.added(row, this.table(kind));
      const others = this.newRows.get(kind);
      if (others) others.push(row);
      else this.newRows.set(kind, [row]);
    }
  }

  /** Registers writes that are sent before the commit. */
  beforeCommit(write: () => void): void {
    this.writes.push(write);
  }

  /** Says that a document changed, for those who wait for its next state, and into what. */
  touch(documentId: string, state?: object): void {
    this.changed.set(documentId, state);
  }

  /** @internal */
  get touched(): ReadonlyMap<string, object | undefined> {
    return this.changed;
  }

  /** @internal How many facts this unit of work tells. */
  get published(): number {
    return this.told;
  }

  /** @internal Sends every write so far; the commit sends what comes after. */
  async flush(): Promise<void> {
    this.sendWrites();
    await this.flushEntities();
    while (this.numbered.length > 0) {
      await this.drawNumbers();
      this.sendWrites();
    }
    this.appendOutbox();
  }

  /** @internal */
  override async commit(): Promise<void> {
    await this.flush();
    await super.commit();
  }

  private finishFor(command: number | undefined, work: () => void): void {
    const writes = this.writes.length;
    if (this.changes) this.changes.afterwards(command, work, () => this.writes.length > writes);
    else work();
  }

  private sendWrites(): void {
    const { writes } = this;
    this.writes = [];
    for (const write of writes) write();
    const { newRows } = this;
    this.newRows = new Map();
    for (const [kind, rows] of newRows) this.table(kind).insert(this, rows);
  }

  private async drawNumbers(): Promise<void> {
    const { numbered } = this;
    this.numbered = [];
    const groups = [...groupBy(numbered, ({ series, year }) => `${series} ${year}`).values()];
    const rows = await this.query<{ series: string; year: number; last_number: number }>(DRAW_NUMBERS, [
      this.companyId,
      arrayLiteral(
        groups.map(([first]) => first!.series),
        true,
      ),
      arrayLiteral(
        groups.map(([first]) => first!.year),
        false,
      ),
      arrayLiteral(
        groups.map((group) => group.length),
        false,
      ),
    ]);
    const last = new Map(rows.map((row) => [`${row.series} ${row.year}`, row.last_number]));
    const next = new Map(groups.map((group) => [nameOf(group[0]!), last.get(nameOf(group[0]!))! - group.length + 1]));
    for (const each of numbered) {
      const number = next.get(nameOf(each))!;
      next.set(nameOf(each), number + 1);
      each.use(number);
    }
  }

  private appendOutbox(): void {
    if (this.outgoing.length === 0) return;
    const now = new Date();
    const { outgoing } = this;
    this.outgoing = [];
    const rows = outgoing.map(({ event, cause }) => outboxRow(event, cause, this.versions, now));
    const streams = [...groupBy(rows, streamName).values()];
    const fromEnd = new Map(streams.map((stream) => [streamName(stream[0]!), stream.length]));
    const positions = rows.map((row) => {
      const left = fromEnd.get(streamName(row))! - 1;
      fromEnd.set(streamName(row), left);
      return left;
    });
    this.send(APPEND_OUTBOX, [
      arrayLiteral(
        streams.map(([first]) => first!.topic),
        true,
      ),
      arrayLiteral(
        streams.map(([first]) => first!.key),
        true,
      ),
      arrayLiteral(
        streams.map((stream) => stream.length),
        false,
      ),
      arrayLiteral(
        rows.map((row) => row.id),
        false,
      ),
      arrayLiteral(
        rows.map((row) => shardOf(row.key)),
        false,
      ),
      arrayLiteral(
        rows.map((row) => row.topic),
        true,
      ),
      arrayLiteral(
        rows.map((row) => row.key),
        true,
      ),
      arrayLiteral(positions, false),
      arrayLiteral(
        rows.map((row) => row.headers),
        true,
      ),
      arrayLiteral(
        rows.map((row) => row.body),
        true,
      ),
    ]);
  }
}

/** The cause that a received fact is for what follows from it. */
export function causeOf(event: ReceivedEvent): Cause {
  return { companyId: event.companyId, actor: event.actor, correlationId: event.correlationId, causationId: event.id };
}

/** Every process puts a key into the same shard. */
export function shardOf(key: string): number {
  return createHash('md5').update(key).digest()[0]! % SHARDS;
}

const nameOf = ({ series, year }: Numbered) => `${series} ${year}`;

type OutboxValues = Readonly<{ id: string; topic: string; key: string; headers: string; body: string }>;

function outboxRow(event: ContractEvent, cause: Cause, versions: EventVersions, now: Date): OutboxValues {
  const { definition, data } = event;
  assertValid(definition, data);
  const written = writtenAs(event, versions.of(definition));
  if (written.type !== definition.type) assertValid(written, written.body);
  const body = JSON.stringify(written.body);
  if (Buffer.byteLength(body) > MAX_EVENT_BYTES) {
    throw new EventTooLarge(`${written.type} is larger than ${MAX_EVENT_BYTES} bytes: split the document`);
  }
  const headers = envelopeOf(event, cause, now, written.type);
  return { id: headers.ce_id!, topic: definition.topic, key: definition.keyOf(data), headers: JSON.stringify(headers), body };
}

function assertValid({ type, contract }: Readonly<{ type: string; contract: Contract<object> }>, data: object): void {
  const violations = violationsOf(contract, data, { strict: true });
  assert(violations.length === 0, `${type} breaks its contract: ${JSON.stringify(violations.slice(0, 3))}`);
}
