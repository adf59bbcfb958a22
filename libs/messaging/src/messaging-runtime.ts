import { setTimeout as sleep } from 'node:timers/promises';
import { CompanyCreated, type EventDefinition, eventDefinitions } from '@millrace/contracts';
import { type Database, statement } from '@millrace/persistence';
import type { Kafka } from 'kafkajs';
import { Consumption, type EventHandlers, topicsOf } from './consumption.js';
import { eventReader, inItsPartition } from './decode.js';
import { DocumentChanges } from './document-changes.js';
import type { EventVersions } from './event-versions.js';
import type { ClosableProducer, GroupFeed } from './kafka/driver.js';
import { portsOf } from './kafka/drivers.js';
import { kafkaClient, type KafkaSettings, type LogLine } from './kafka/kafka-client.js';
import { PartitionCounts } from './kafka/partition-counts.js';
import { endOffsets, groupOffsets, withAdmin } from './kafka/topics.js';
import { afterTheirCompany, isToldOfCompanies, STRANGER, strangers } from './known-companies.js';
import { classify } from './postgres/classify.js';
import { MessageStore } from './postgres/message-store.js';
import { ShardLocks } from './postgres/shard-locks.js';
import type { UnitOfWork } from './postgres/unit-of-work.js';
import type { Drainer } from './protocol/drainer.js';
import type { Report, Surroundings } from './protocol/ports.js';
import { Relay, RELAY_BATCH } from './protocol/relay.js';
import type { Runner } from './protocol/runner.js';
import { Rebuilder } from './rebuild/rebuilder.js';
import { Rebuilds } from './rebuild/rebuilds.js';
import { Stopping } from './protocol/stopping.js';
import { keptWaits, Retries, type Wait } from './waits.js';

/** What was committed by this process meanwhile has woken the relay; what others committed into its shards can wait as long. */
const AFTER_A_BATCH_MS = 20;
const POLL_MS = 100;
const SWEEP_MS = 5_000;
const SWEEP_LIMIT = 100;
const FIRST_HOUSEKEEPING_MS = 30_000;
const HOUSEKEEPING_MS = 3_600_000;
const KEYS_AT_ONCE = 10_000;
const WATCHDOG_MS = 10_000;
const STUCK_AFTER_MS = 60_000;
const COUNT_MS = 60_000;
const COUNT_PAUSE_MS = 1_000;
const READ_LOOKS = 20;
const READ_LOOK_MS = 250;
const PUBLISHED_DAYS_KEPT = 2;
const IDEMPOTENCY_DAYS = 30;

const MAKE_PARTITIONS = statement(`select outbox_make_partitions((now() at time zone 'utc')::date + 3)`);
const DROP_PUBLISHED = statement(`select outbox_drop_published((now() at time zone 'utc')::date - $1::int)`);
const FORGET_KEYS = statement(`select idempotency_forget($1, $2) as n`);
const SUBSCRIBE = statement(`
  insert into consumer_subscription (consumer, type) select * from unnest($1::text[], $2::text[]) on conflict do nothing`);

export type MessagingSettings = Readonly<{
  service: string;
  kafka: KafkaSettings;
  /** Which versions of its events it writes; the oldest when nobody says. */
  versions?: EventVersions;
  /** What it knows of events: all that are declared, but where a test plays an older program. */
  known?: ReadonlyMap<string, EventDefinition>;
}>;

export type MessagingHealth = Readonly<{
  consuming: boolean;
  publishing: boolean;
  shards: number;
  /** Why it neither publishes nor consumes, and takes no requests. */
  refusal?: string;
  /** What lies on the log and keeps it from reading on. */
  blocked?: string;
}>;

/** The events of one process: its relay, its consumers, and what looks after both. */
export class MessagingRuntime {
  readonly store: MessageStore;
  readonly changes = new DocumentChanges();
  private readonly kafka: Kafka;
  private readonly producer: ClosableProducer;
  private readonly shards: ShardLocks;
  private readonly relay: Relay;
  private topics: readonly string[] = [];
  readonly rebuilds: Rebuilds;
  private handlers: EventHandlers = new Map();
  private readonly retries = new Retries();
  private feed?: GroupFeed;
  private runner?: Runner<UnitOfWork>;
  private drainer?: Drainer<UnitOfWork>;
  private readonly loops: Promise<void>[] = [];
  private readonly timers: NodeJS.Timeout[] = [];
  private wakeRelay: () => void = () => {};
  private relayWanted = false;
  private stopping = false;
  private retriedAt = 0;
  private lastPublishFailed = false;
  private counts?: PartitionCounts;
  private refusal?: string;

  constructor(
    private readonly settings: MessagingSettings,
    private readonly database: Database,
    private readonly log: LogLine,
    private readonly onReport: (report: Report) => void,
  ) {
    this.store = new MessageStore(
      database,
      ({ published, touched }) => {
        if (published > 0) this.wake();
        this.changes.notify(touched);
      },
      settings.versions,
    );
    this.kafka = kafkaClient(settings.kafka, log);
    this.producer = portsOf(this.kafka, settings.kafka).producer();
    this.shards = new ShardLocks(database, () => this.wake());
    const { service } = settings;
    const host = { service, prefix: settings.kafka.prefix, kafka: this.kafka, database, log };
    this.rebuilds = new Rebuilds(database, new Rebuilder(host, () => this.handlers));
    this.relay = new Relay(this.store, this.shards, this.producer, (report) => this.report(report));
  }

  /** Starts to publish, and to consume for these handlers. The broker need not be there yet. */
  async start(handlers: EventHandlers): Promise<void> {
    await this.database.query(MAKE_PARTITIONS);
    await this.shards.start();
    const counted = this.untilCounted(handlers);
    this.loops.push(counted.then(() => this.publish()));
    if (handlers.size > 0) await this.consume(handlers, counted);
    this.timers.push(setTimeout(() => this.inBackground(() => this.keepHouse()), FIRST_HOUSEKEEPING_MS));
    this.every(HOUSEKEEPING_MS, () => this.keepHouse());
    this.every(WATCHDOG_MS, () => this.watch());
    void counted.then(() => this.keepCounting());
  }

  /** After the HTTP server: what is under way ends, what is committed is published, then the connections close. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.rebuilds.stop();
    await this.feed?.stop();
    this.wake();
    await Promise.all(this.loops);
    await this.relay.publishBatch().catch(() => {});
    await this.shards.stop();
    await this.producer.stop();
  }

  /** Something was committed: publish it now instead of at the next poll. */
  wake(): void {
    this.relayWanted = true;
    this.wakeRelay();
  }

  /** Applies what is kept of a stream that was set to be replayed. */
  async drain(stream: Parameters<Drainer<UnitOfWork>['drain']>[0]): Promise<void> {
    await this.drainer?.wake([], [stream]);
  }

  /** Looks at once for waiting streams that nobody looks after, instead of at the next sweep. */
  async sweepWaiting(): Promise<void> {
    await this.drainer?.sweep(SWEEP_LIMIT);
  }

  /**
   * Whether this service's group has read everything that is on the log now: asked before a deadline fires, since the
   * answer may only be on its way. Waits a few seconds for it.
   */
  async hasReadEverything(topics = this.topics): Promise<boolean> {
    const { service, kafka } = this.settings;
    if (topics.length === 0) return true;
    return withAdmin(this.kafka, async (admin) => {
      const ends = await endOffsets(admin, topics, kafka.prefix);
      for (let look = 0; look < READ_LOOKS; look += 1) {
        const offsets = await groupOffsets(admin, service, topics, kafka.prefix);
        if ([...ends].every(([partition, end]) => (offsets.get(partition) ?? 0n) >= end)) return true;
        await sleep(READ_LOOK_MS);
      }
      return false;
    });
  }

  /** Records that this process has yet to deal with. */
  get lag(): number {
    return this.feed?.lag ?? 0;
  }

  get health(): MessagingHealth {
    const { feed, refusal } = this;
    return { consuming: feed?.isJoined ?? true, publishing: !this.lastPublishFailed, shards: this.shards.owned().length, refusal, blocked: feed?.blocked };
  }

  /** What this process waits for, and since when; of the service's database, what is kept for later. */
  async waits(): Promise<Wait[]> {
    const { feed, runner } = this;
    const own: Wait[] = [];
    if (feed && !feed.isJoined) own.push({ what: 'its place in the consumer group', count: 1, since: new Date(feed.movedAt).toISOString() });
    if (runner?.isBusy) own.push({ what: 'the records in hand', count: 1, since: new Date(runner.movedAt).toISOString() });
    if (this.database.load.waiting > 0) own.push({ what: 'a database connection', count: this.database.load.waiting, since: new Date().toISOString() });
    return [...own, ...this.retries.waits, ...(await keptWaits(this.database))];
  }

  /** Names of the consumers that run here. */
  get consumers(): ReadonlySet<string> {
    return new Set(this.handlers.keys());
  }

  get client(): Kafka {
    return this.kafka;
  }

  private async consume(handlers: EventHandlers, counted: Promise<void>): Promise<void> {
    this.handlers = handlers;
    await this.recordSubscriptions(handlers);
    this.topics = topicsOf(handlers);
    const surroundings: Surroundings = {
      classify,
      backOff: (attempt) => this.backOff(attempt),
      report: (report) => this.report(report),
    };
    const { service, kafka, known } = this.settings;
    const feed = portsOf(this.kafka, kafka).feed(service, this.topics, this.log);
    const read = inItsPartition((topic) => this.counts?.of(topic), known && eventReader(known));
    const { runner, drainer } = new Consumption(service, this.store, afterTheirCompany(handlers), feed, surroundings, read);
    this.feed = feed;
    this.runner = runner;
    this.drainer = drainer;
    void counted.then(() => this.stopping || feed.start());
    this.loops.push(this.keepRunning(runner));
    this.every(SWEEP_MS, () => drainer.sweep(SWEEP_LIMIT));
    if (isToldOfCompanies(handlers)) this.every(SWEEP_MS, () => this.parkStrangers(drainer));
    await drainer.sweep(SWEEP_LIMIT).catch(() => {});
  }

  /** Returns when topics have the partitions that they had before; tries and waits as long as that takes. */
  private async untilCounted(handlers: EventHandlers): Promise<void> {
    const { service, kafka } = this.settings;
    const published = [...eventDefinitions().values()].filter((each) => each.service === service).map(({ topic }) => topic);
    const topics = [...new Set([...published, ...topicsOf(handlers)])];
    const counts = new PartitionCounts(this.database, this.kafka, kafka.prefix, topics);
    this.counts = counts;
    while (!this.stopping) {
      try {
        const refusal = await counts.look();
        if (refusal && refusal !== this.refusal) this.log('error', `nothing is published or consumed: ${refusal}`, {});
        this.refusal = refusal;
        if (!refusal) return;
      } catch (error) {
        this.lastPublishFailed = true;
        this.log('warn', 'the partitions of topics could not be counted, trying again', { error: String(error) });
      }
      await this.idle(COUNT_PAUSE_MS);
    }
  }

  /** A topic that comes later is counted at once: what happened to it before its first count would never be known. */
  private keepCounting(): void {
    this.every(COUNT_MS, () => this.countAgain());
    this.every(COUNT_PAUSE_MS, async () => (this.counts!.isComplete ? undefined : this.countAgain()));
  }

  private async countAgain(): Promise<void> {
    const refusal = await this.counts!.look();
    if (refusal) this.endProcess(refusal);
  }

  /** Facts of companies that are not on the log: the log has been read to where it ended after they had begun to wait. */
  private async parkStrangers(drainer: Drainer<UnitOfWork>): Promise<void> {
    const found = await strangers(this.database);
    if (found.length === 0 || !(await this.hasReadEverything([CompanyCreated.topic]))) return;
    for (const { stream, need } of found) await drainer.giveUp(stream, need, STRANGER);
  }

  private async keepRunning(runner: Runner<UnitOfWork>): Promise<void> {
    while (!this.stopping) {
      try {
        await runner.round();
      } catch (error) {
        if (error instanceof Stopping) return;
        this.log('error', 'a round of events failed', { error: String(error) });
        await sleep(POLL_MS);
      }
    }
  }

  private async publish(): Promise<void> {
    for (let failures = 0; !this.stopping; ) {
      this.relayWanted = false;
      try {
        const count = await this.relay.publishBatch();
        failures = 0;
        this.lastPublishFailed = false;
        if (!this.relayWanted && count < RELAY_BATCH) await this.idle(count === 0 ? POLL_MS : AFTER_A_BATCH_MS);
      } catch (error) {
        failures += 1;
        this.lastPublishFailed = failures > 2;
        this.report({ kind: 'publish-failed', error });
        await this.idle(Math.min(50 * 2 ** failures, 2_000));
      }
    }
  }

  private idle(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wakeRelay = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async backOff(attempt: number): Promise<void> {
    if (this.stopping) throw new Stopping();
    this.retriedAt = Date.now();
    await sleep(Math.min(25 * 2 ** attempt, 5_000) * (0.75 + Math.random() / 2));
    if (this.stopping) throw new Stopping();
  }

  private async recordSubscriptions(handlers: EventHandlers): Promise<void> {
    const rows = [...handlers.values()].flatMap(({ name, types }) => [...types].map((type) => [name, type] as const));
    const literal = (column: 0 | 1) => `{${rows.map((row) => `"${row[column]}"`).join(',')}}`;
    await this.database.query(SUBSCRIBE, [literal(0), literal(1)]);
  }

  private async keepHouse(): Promise<void> {
    await this.database.query(MAKE_PARTITIONS);
    await this.database.query(DROP_PUBLISHED, [PUBLISHED_DAYS_KEPT]);
    for (let gone = KEYS_AT_ONCE; gone === KEYS_AT_ONCE && !this.stopping; ) {
      const [row] = await this.database.query<{ n: number }>(FORGET_KEYS, [IDEMPOTENCY_DAYS, KEYS_AT_ONCE]);
      gone = row!.n;
    }
  }

  /** A process that has events and neither applies nor retries any, or that the broker has events for and that fetches none, is mended by a restart only. */
  private async watch(): Promise<void> {
    const { feed, runner } = this;
    if (!feed || !runner) return;
    const since = Date.now() - STUCK_AFTER_MS;
    const stuck =
      runner.isBusy || feed.hasBacklog
        ? Math.max(runner.movedAt, this.retriedAt) < since
        : feed.isJoined && feed.lastFetchAt < since && !(await this.hasReadEverything());
    if (!stuck) return;
    this.endProcess('events are waiting and nothing moves');
  }

  private endProcess(why: string): never {
    this.log('error', `${why}: ending this process so that it is started anew`, {});
    process.exit(70);
  }

  private every(ms: number, work: () => Promise<unknown>): void {
    this.timers.push(setInterval(() => this.inBackground(work), ms));
  }

  private inBackground(work: () => Promise<unknown>): void {
    work().catch((error: unknown) => this.log('warn', 'background work failed', { error: String(error) }));
  }

  private report(report: Report): void {
    this.retries.note(report);
    this.onReport(report);
  }
}
