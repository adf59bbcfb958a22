import type { ReceivedEvent } from '@millrace/contracts';
import type { BrokerRecord } from '../record.js';

/** One stream as one consumer sees it. */
export type StreamRef = Readonly<{ consumer: string; companyId: string | null; topic: string; key: string }>;

export type StreamPosition = Readonly<{ topic: string; key: string; sequence: number }>;

/** `flowing` facts are applied as they come; `waiting` and `parked` ones are kept, and all that follow behind them. */
export type StreamState = 'flowing' | 'waiting' | 'parked';

/** What an early event waits for: the fact of this name whose stream has this key. */
export type Need = Readonly<{ type: string; id: string }>;

/** Why an event was parked, for the operator. */
export type Failure = Readonly<{ code: string; message: string }>;

/** What stands on a stream's row before an event is taken. */
export type StreamRow = Readonly<{
  taken: number;
  state: StreamState;
  need?: Need;
  /** Whose stream it is since its first fact; null when that could not be read. */
  companyId?: string | null;
}>;

export type KeptEvent = Readonly<{ sequence: number; record: BrokerRecord; isLast: boolean }>;

/** How a group's transaction keeps what it does not apply. */
export type Keep = Readonly<
  { delivery: Delivery; as: 'waiting'; need: Need } | { delivery: Delivery; as: 'behind' } | { delivery: Delivery; as: 'parked'; failure: Failure }
>;

/** An event on its way to one consumer; a broken one has no event, but its place in its stream. */
export type Delivery = Readonly<{
  consumer: string;
  companyId: string | null;
  position: StreamPosition;
  record: BrokerRecord;
}> &
  Readonly<{ event: ReceivedEvent; failure?: undefined } | { event?: undefined; failure: Failure }>;

/** What the protocol needs of the transaction in which events are handled. */
export interface HandlingTransaction {
  /** What `load` said this event waits for. */
  needOf(event: ReceivedEvent): Need | undefined;
}

/** Changes one state by facts. `load` reads and locks for the whole group; `handle` decides, one event at a time. */
export interface EventHandler<Tx extends HandlingTransaction> {
  readonly name: string;
  /** Names of the facts it takes, without version. */
  readonly types: ReadonlySet<string>;
  /** Classes whose rows are this state and nothing else, so that they can be built again from the facts. */
  readonly copies?: readonly (abstract new (
    ...args: never[]
  ) => object)[];
  load(events: readonly ReceivedEvent[], tx: Tx): Promise<unknown>;
  handle(event: ReceivedEvent, loaded: unknown, tx: Tx): void;
}

/** The durable side of consuming: every call with a transaction is part of that transaction. */
export interface StreamStore<Tx extends HandlingTransaction> {
  transaction<R>(companyId: string | null, work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Locks the streams in sorted order, moves them to these positions if they are behind, and returns what was before. */
  take(tx: Tx, consumer: string, companyId: string | null, positions: readonly StreamPosition[]): Promise<StreamRow[]>;
  /** Locks one stream. */
  lock(tx: Tx, stream: StreamRef): Promise<StreamRow | undefined>;
  keep(tx: Tx, consumer: string, keeps: readonly Keep[]): void;
  firstKept(tx: Tx, stream: StreamRef): Promise<KeptEvent | undefined>;
  /** Takes the applied head away; the last one sets the stream flowing. */
  applied(tx: Tx, stream: StreamRef, head: KeptEvent): void;
  setFlowing(tx: Tx, stream: StreamRef): void;
  setWaiting(tx: Tx, stream: StreamRef, need: Need | undefined): void;
  setParked(tx: Tx, stream: StreamRef, head: KeptEvent, failure: Failure): void;
  /** Waiting streams whose head waits for one of these. */
  waitersFor(needs: readonly Need[]): Promise<StreamRef[]>;
  /** Waiting streams that nobody may be looking after: left by a crash, or older than a moment. */
  staleWaiters(limit: number): Promise<StreamRef[]>;
}

/** An event that a transaction wrote and the relay has yet to send. */
export type OutboxRow = Readonly<{ id: string; shard: number; sequence: number; record: BrokerRecord }>;

/** The durable side of the relay. */
export interface OutboxStore {
  /** Rows not yet published of streams that are not held and topics that do not rest, as many as fit one send, and whether there are more. */
  unpublished(shards: readonly number[], limit: number, resting: readonly string[]): Promise<Readonly<{ rows: OutboxRow[]; more: boolean }>>;
  /** Unpublished rows that come before these in their streams. */
  unpublishedBefore(positions: readonly StreamPosition[]): Promise<OutboxRow[]>;
  markPublished(rows: readonly OutboxRow[]): Promise<void>;
  /** The broker will never take this row: its stream stops here until an operator helps. */
  holdStream(row: OutboxRow, failure: Failure): Promise<void>;
}

/** Which shards this process may publish. */
export interface ShardOwnership {
  owned(): readonly number[];
}

export interface BrokerProducer {
  /**
   * Resolves when the broker has all of them, in this order within each key.
   *
   * @throws RefusedByBroker when it will never take one of them, TopicUnavailable when one of their topics is missing or
   * forbidden; anything else may be tried again.
   */
  send(rows: readonly OutboxRow[]): Promise<void>;
}

export class RefusedByBroker extends Error {}

export class TopicUnavailable extends Error {}

/** What the broker brings to this process. */
export interface RecordFeed {
  /** Waits for records; at most so many, in each partition's order. Empty when the feed has ended. */
  take(limit: number): Promise<BrokerRecord[]>;
  /** Whether the record's partition has been this process's since it was taken; once false it stays false. */
  owns(record: BrokerRecord): boolean;
  /** Everything up to these records is dealt with: their offsets may be committed. */
  done(records: readonly BrokerRecord[]): Promise<void>;
}

/** Tried again without end, parked at once, or tried a few times and then parked. */
export type ErrorKind = 'transient' | 'permanent' | 'unknown';

/** Time and judgement, which a simulation replaces. */
export interface Surroundings {
  /** `attempt` counts from 1: what is transient once is not when it comes back for ever. */
  classify(error: unknown, attempt: number): ErrorKind;
  /** A pause before the given attempt; throws when the process is stopping. */
  backOff(attempt: number): Promise<void>;
  report(report: Report): void;
}

export type Report = Readonly<
  | { kind: 'parked'; stream: StreamRef; sequence: number; failure: Failure }
  | { kind: 'kept-waiting'; stream: StreamRef; sequence: number; need: Need }
  | { kind: 'applied'; consumer: string; count: number }
  | { kind: 'duplicate'; consumer: string; count: number }
  | { kind: 'retry'; consumer: string; error: unknown }
  | { kind: 'wake-failed'; error: unknown }
  | { kind: 'group-split'; consumer: string; count: number; error: unknown }
  | { kind: 'unknown-type'; type: string }
  | { kind: 'published'; count: number }
  | { kind: 'publish-failed'; error: unknown }
  | { kind: 'stream-held'; topic: string; key: string; failure: Failure }
>;
