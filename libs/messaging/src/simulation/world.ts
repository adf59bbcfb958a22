import type { ReceivedEvent } from '@millrace/contracts';
import { Drainer } from '../protocol/drainer.js';
import type { Delivery, ErrorKind, EventHandler, ShardOwnership, Surroundings } from '../protocol/ports.js';
import { Receiver } from '../protocol/receiver.js';
import { Relay } from '../protocol/relay.js';
import { Runner } from '../protocol/runner.js';
import type { BrokerRecord } from '../record.js';
import { Random } from '@millrace/kernel';
import { Process, Scheduler } from './scheduler.js';
import { SimBroker } from './sim-broker.js';
import { SimDatabase, SimPermanent, SimTransient, type Violations } from './sim-database.js';
import { SHARDS, SimStore, type SimUnitOfWork } from './sim-store.js';

const COMPANY = 'company';
const ORDERS = ['o1', 'o2'];
const ITEMS = ['x', 'y'];
/** Both orders' slips are facts of one stream, written under no common lock but the stream's own. */
const SLIP = 's1';
const TOPICS = { orders: ['hold', 'item'], stock: ['order', 'slip'] };

type ServiceName = keyof typeof TOPICS;

/**
 * Two services and what can happen to them. `orders` places and confirms orders and writes slips on a topic of their
 * own; `stock` takes all three into one state, under locks of rows that orders share, and answers; `orders` takes the
 * answers. On the way, by chance: crashes, lost answers, cut connections, rebalances, takeovers of shards, bad events.
 */
export class World {
  readonly random: Random;
  readonly violations: Violations = [];
  readonly scheduler: Scheduler;
  readonly broker: SimBroker;
  readonly databases: Record<ServiceName, SimDatabase>;
  private readonly ids = { next: 0 };
  private readonly shardHolders: Record<ServiceName, (Replica | undefined)[]> = { orders: Array(SHARDS).fill(undefined), stock: Array(SHARDS).fill(undefined) };
  private readonly replicas: Record<ServiceName, Replica[]> = { orders: [], stock: [] };
  /** Events that cannot be applied: by nobody, or only by one replica. */
  private readonly poisoned = new Map<string, string>();
  private faultsLeft: number;
  private healing = false;
  private sweepsAllowed = false;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.scheduler = new Scheduler(this.random);
    this.broker = new SimBroker(this.scheduler, this.random, this.violations);
    const database = (name: string) => new SimDatabase(name, this.scheduler, this.violations);
    this.databases = { orders: database('orders'), stock: database('stock') };
    this.faultsLeft = this.random.chance(0.35) ? 0 : 1 + this.random.below(4);
    if (this.random.chance(0.4)) {
      const by = this.random.chance(0.3) ? 'everybody' : 'stock-2';
      this.poisoned.set(`order ${this.random.pick(ORDERS)} ${1 + this.random.below(3)}`, by);
    }
  }

  /** Runs to the end and returns what was found wrong. */
  async run(): Promise<Violations> {
    for (const service of ['orders', 'stock'] as const) {
      for (let n = 1 + this.random.below(2); n > 0; n -= 1) this.start(service);
    }
    const writes = this.clientWrites();
    while (await this.scheduler.advance()) {
      if (this.scheduler.steps > 20_000) return [...this.violations, 'it never comes to rest'];
      if (this.faultsLeft > 0 && this.random.chance(0.02)) this.breakSomething();
    }
    await this.heal();
    void writes;
    this.check();
    return this.violations;
  }

  private start(service: ServiceName): void {
    const replica = new Replica(this, service, `${service}-${this.replicas[service].length + 1}`);
    this.replicas[service].push(replica);
    replica.run();
  }

  /** Kills a replica, takes its shards or partitions away, or moves partitions while events are under way. */
  private breakSomething(): void {
    this.faultsLeft -= 1;
    const service = this.random.pick(['orders', 'stock'] as const);
    const replica = this.random.pick(this.replicas[service]);
    switch (this.random.below(4)) {
      case 0:
      case 1:
        this.broker.mayRepeat = true;
        this.sweepsAllowed = true;
        replica.process.crash();
        this.replicas[service] = this.replicas[service].filter((each) => each !== replica);
        this.start(service);
        break;
      case 2:
        this.broker.mayRepeat = true;
        this.shardHolders[service] = this.shardHolders[service].map((holder) => (holder === replica ? undefined : holder));
        if (this.replicas[service].length === 1) this.start(service);
        break;
      default:
        this.broker.group(service, TOPICS[service]).rebalance();
    }
  }

  /** A fault of a statement or a send; rare, and never while healing. */
  chanceOfFault(probability: number): boolean {
    if (this.healing || this.faultsLeft === 0 || !this.random.chance(probability)) return false;
    this.faultsLeft -= 1;
    return true;
  }

  /** A commit whose answer is lost is tried again as a duplicate, which wakes nobody: that too is left to the sweep. */
  losesAnswer(probability: number): boolean {
    const lost = this.chanceOfFault(probability);
    this.sweepsAllowed ||= lost;
    return lost;
  }

  /** A mark that was not made repeats facts; whoever was to be woken is left to the sweep. */
  losesStatement(probability: number): boolean {
    const lost = this.losesAnswer(probability);
    this.broker.mayRepeat ||= lost;
    return lost;
  }

  /** Nothing breaks any more; bad events are mended and replayed, and what crashes left is swept. */
  private async heal(): Promise<void> {
    this.healing = true;
    if (!this.sweepsAllowed) this.checkNobodyWaitsInVain();
    for (const service of ['orders', 'stock'] as const) for (const replica of this.replicas[service]) replica.noticeLoss();
    await this.settle();
    this.poisoned.clear();
    for (const service of ['orders', 'stock'] as const) {
      const [replica] = this.replicas[service];
      for (const stream of replica!.store.unsettled()) {
        if (stream.state !== 'parked') continue;
        if (stream.parkedFor?.message !== 'poison') this.violations.push(`${stream.ref.key} was parked: ${stream.parkedFor?.message}`);
        replica!.store.replay(stream.ref);
      }
      void replica!.sweep();
    }
    await this.settle();
  }

  private async settle(): Promise<void> {
    while (await this.scheduler.advance()) if (this.scheduler.steps > 20_000) return;
  }

  /** Clients place and confirm orders, write slips and count stock; each retries until it has an answer. */
  private async clientWrites(): Promise<void> {
    const tasks = ORDERS.flatMap((order, index) => [
      this.client(`place ${order}`, 'orders', async (tx) => {
        await tx.sql.lock(`order|${order}`);
        tx.sql.write(`order|${order}`, { state: 'placed' });
        tx.publish({ type: 'placed.v1', topic: 'order', key: order, data: {} });
      }).then(async () => {
        for (const what of ['confirmed', 'amended']) {
          await this.client(`${what} ${order}`, 'orders', async (tx) => {
            await tx.sql.lock(`order|${order}`);
            tx.publish({ type: `${what}.v1`, topic: 'order', key: order, data: {} });
          });
        }
      }),
      this.client(`slip ${order}`, 'orders', async (tx) => {
        tx.publish({ type: 'slip.v1', topic: 'slip', key: SLIP, data: { order } });
        tx.publish({ type: 'slip.v1', topic: 'slip', key: SLIP, data: { order } });
      }),
      this.client(`count ${order}`, 'stock', async (tx) => {
        await lockInOrder(tx, [order], ITEMS);
        tx.publish({ type: 'counted.v1', topic: 'item', key: ITEMS[index % 2]!, data: {} });
      }),
    ]);
    await Promise.all(tasks);
  }

  private async client(command: string, service: ServiceName, work: (tx: SimUnitOfWork) => Promise<void>): Promise<void> {
    const outside = new Process('client');
    for (;;) {
      const replica = await this.scheduler.step(outside, () => this.random.pick(this.replicas[service]));
      const done = await replica.answer(async (tx) => {
        await tx.sql.lock(`command|${command}`);
        if (tx.sql.read(`command|${command}`)) return;
        tx.sql.write(`command|${command}`, true);
        await work(tx);
      }, outside);
      if (done) return;
    }
  }

  isPoisoned(event: ReceivedEvent, replica: string): boolean {
    const by = this.poisoned.get(`${event.topic} ${event.key} ${event.sequence}`);
    return by === 'everybody' || by === replica;
  }

  holderOf(service: ServiceName, shard: number): Replica | undefined {
    return this.shardHolders[service][shard];
  }

  isAnyShardFree(service: ServiceName): boolean {
    return this.shardHolders[service].includes(undefined);
  }

  giveShard(service: ServiceName, shard: number, replica: Replica | undefined): void {
    this.shardHolders[service][shard] = replica;
  }

  nextId(): { next: number } {
    return this.ids;
  }

  private checkNobodyWaitsInVain(): void {
    for (const stream of this.replicas.stock[0]!.store.unsettled()) {
      if (stream.state !== 'waiting') continue;
      const met = stream.need && this.databases.stock.get(`hold|${stream.need.id}`);
      if (met) this.violations.push(`${stream.ref.key} waits for ${stream.need.id}, which is there`);
    }
  }

  private check(): void {
    for (const [stream, sequences] of this.broker.firstOccurrences()) {
      if (sequences.some((sequence, index) => sequence !== index + 1)) this.violations.push(`${stream} came onto the log as ${sequences}`);
    }
    for (const service of ['orders', 'stock'] as const) {
      const store = this.replicas[service][0]!.store;
      for (const { ref, state } of store.unsettled()) this.violations.push(`${ref.consumer} ${ref.topic} ${ref.key} is ${state} at the end`);
      for (const [key, row] of this.databases[service].scan<{ published: boolean }>('outbox|')) {
        if (!row.published) this.violations.push(`${key} was never published`);
      }
    }
    this.checkEffects('stock', 'stock.hold', 'order', ORDERS, 3);
    this.checkEffects('stock', 'stock.hold', 'slip', [SLIP], ORDERS.length * 2);
    this.checkEffects('orders', 'orders.order', 'hold', ORDERS, 5);
    const shared = ITEMS.map((item) => this.databases.stock.get(`item|${item}`));
    if (shared.some((count) => count !== ORDERS.length * 5)) this.violations.push(`shared rows say ${shared}`);
  }

  private checkEffects(service: ServiceName, consumer: string, topic: string, keys: readonly string[], count: number): void {
    const expected = Array.from({ length: count }, (_, index) => index + 1).join();
    for (const key of keys) {
      const found = (this.databases[service].get<number[]>(`effect|${consumer} ${topic} ${key}`) ?? []).join();
      if (found !== expected) this.violations.push(`${consumer} applied ${topic} ${key} as [${found}], not [${expected}]`);
    }
  }
}

/** One process of a service: the library's relay, runner and drainer, as the real one wires them. */
class Replica {
  readonly process: Process;
  readonly store: SimStore;
  private readonly believedShards = new Set<number>();
  private readonly drainer: Drainer<SimUnitOfWork>;
  private readonly relay: Relay;
  private readonly runner: Runner<SimUnitOfWork>;

  constructor(
    private readonly world: World,
    private readonly service: ServiceName,
    name: string,
  ) {
    this.process = new Process(name);
    const { scheduler, broker } = world;
    this.store = new SimStore(
      world.databases[service],
      this.process,
      {
        commitLost: () => world.losesAnswer(0.02),
        cut: () => world.chanceOfFault(0.03),
        statementCut: () => world.losesStatement(0.02),
      },
      world.nextId(),
    );
    this.process.atDeath.push(() => this.releaseShards());
    const handler = service === 'stock' ? new HoldHandler(world, name) : new OrderHandler(world, name);
    const handlers = new Map<string, EventHandler<SimUnitOfWork>>([[handler.name, handler]]);
    const surroundings: Surroundings = {
      classify: (error): ErrorKind => (error instanceof SimTransient ? 'transient' : error instanceof SimPermanent ? 'permanent' : 'unknown'),
      backOff: () => scheduler.step(this.process, () => undefined),
      report: () => {},
    };
    this.drainer = new Drainer(this.store, handlers, readEvent, surroundings);
    const ownership: ShardOwnership = { owned: () => [...this.shards()] };
    const producer = broker.producer(this.process, () => (world.chanceOfFault(0.05) ? (world.random.chance(0.5) ? 'before' : 'after') : undefined));
    this.relay = new Relay(this.store, ownership, producer, () => {}, 2);
    const feed = broker.group(service, TOPICS[service]).join(this.process);
    const receiver = new Receiver(this.store, handlers, surroundings);
    this.runner = new Runner(
      feed,
      (record) => {
        if (world.chanceOfFault(0.005)) throw new Error('something that nobody thought of');
        return route(record, handler);
      },
      receiver,
      this.drainer,
      () => {},
      4,
    );
  }

  run(): void {
    void this.consume();
    void this.publish();
    void this.claimShards();
    void this.sweep();
  }

  async sweep(): Promise<void> {
    await this.drainer.sweep(100).catch(() => {});
  }

  /** A client's request: true when the client got an answer. */
  answer(work: (tx: SimUnitOfWork) => Promise<void>, client: Process): Promise<boolean> {
    let died = false;
    const answered = this.store.transaction(COMPANY, work).then(
      () => true,
      () => false,
    );
    const hungUp = this.world.scheduler.step(
      client,
      () => false,
      () => died || (died = !this.process.alive),
    );
    return Promise.race([answered, hungUp]);
  }

  /** The connection that held the shards is gone; until now the process did not know. */
  noticeLoss(): void {
    for (const shard of this.believedShards) {
      if (this.world.holderOf(this.service, shard) !== this) this.believedShards.delete(shard);
    }
  }

  private async consume(): Promise<void> {
    for (let goesOn = true; goesOn && this.process.alive; ) goesOn = await this.runner.round().catch(() => true);
  }

  private async publish(): Promise<void> {
    for (;;) {
      await this.world.scheduler.step(
        this.process,
        () => undefined,
        () => this.store.hasUnpublished(this.shards()),
      );
      await this.relay.publishBatch().catch(() => 0);
    }
  }

  private async claimShards(): Promise<void> {
    for (;;) {
      await this.world.scheduler.step(
        this.process,
        () => {
          this.noticeLoss();
          for (let shard = 0; shard < SHARDS; shard += 1) this.claim(shard);
        },
        () => this.world.isAnyShardFree(this.service) || this.lostAny(),
      );
    }
  }

  private claim(shard: number): void {
    if (this.world.holderOf(this.service, shard)) return;
    this.world.giveShard(this.service, shard, this);
    this.believedShards.add(shard);
  }

  /** What it publishes: the shards that it believes to hold. */
  private shards(): ReadonlySet<number> {
    return this.believedShards;
  }

  private lostAny(): boolean {
    for (const shard of this.believedShards) if (this.world.holderOf(this.service, shard) !== this) return true;
    return false;
  }

  private releaseShards(): void {
    for (let shard = 0; shard < SHARDS; shard += 1) {
      if (this.world.holderOf(this.service, shard) === this) this.world.giveShard(this.service, shard, undefined);
    }
  }
}

type Loaded = Readonly<{ applied: ReadonlyMap<string, number> }>;

/** Takes a handler's rows: the streams' effects, to see that nothing is applied on an old state. */
abstract class RecordingHandler implements EventHandler<SimUnitOfWork> {
  abstract readonly name: string;
  abstract readonly types: ReadonlySet<string>;

  constructor(
    private readonly world: World,
    private readonly replica: string,
  ) {}

  async load(events: readonly ReceivedEvent[], tx: SimUnitOfWork): Promise<Loaded> {
    await this.lockAndCheck(events, tx);
    const keys = events.map((event) => this.effectKey(event));
    const effects = await tx.sql.readAll<number[]>(keys);
    return { applied: new Map(keys.map((key, index) => [key, effects[index]?.length ?? 0])) };
  }

  handle(event: ReceivedEvent, loaded: unknown, tx: SimUnitOfWork): void {
    if (this.world.isPoisoned(event, this.replica)) throw new SimPermanent('poison');
    const key = this.effectKey(event);
    const applied = tx.sql.read<number[]>(key) ?? [];
    if ((loaded as Loaded).applied.get(key) !== event.sequence - 1) {
      this.world.violations.push(`${event.id} was loaded when ${(loaded as Loaded).applied.get(key)} facts of its stream were applied`);
    }
    tx.sql.write(key, [...applied, event.sequence]);
    this.apply(event, tx);
  }

  protected abstract lockAndCheck(events: readonly ReceivedEvent[], tx: SimUnitOfWork): Promise<void>;
  protected abstract apply(event: ReceivedEvent, tx: SimUnitOfWork): void;

  private effectKey(event: ReceivedEvent): string {
    return `effect|${this.name} ${event.topic} ${event.key}`;
  }
}

class HoldHandler extends RecordingHandler {
  readonly name = 'stock.hold';
  readonly types = new Set(['placed', 'confirmed', 'amended', 'slip']);

  /** What is missing is found by a read without a lock, so the bringer may commit at any moment around it. */
  protected async lockAndCheck(events: readonly ReceivedEvent[], tx: SimUnitOfWork): Promise<void> {
    const later = events.filter((event) => !event.type.startsWith('placed'));
    const holds = await tx.sql.readAll(later.map((event) => `hold|${orderOf(event)}`));
    const early = new Set(later.filter((_, index) => !holds[index]));
    for (const event of early) tx.waitFor(event, { type: 'placed', id: orderOf(event) });
    await lockInOrder(tx, events.filter((event) => !early.has(event)).map(orderOf), ITEMS);
  }

  protected apply(event: ReceivedEvent, tx: SimUnitOfWork): void {
    const order = orderOf(event);
    tx.sql.write(`hold|${order}`, true);
    for (const item of ITEMS) tx.sql.write(`item|${item}`, (tx.sql.read<number>(`item|${item}`) ?? 0) + 1);
    tx.publish({ type: 'held.v1', topic: 'hold', key: order, data: {} });
  }
}

class OrderHandler extends RecordingHandler {
  readonly name = 'orders.order';
  readonly types = new Set(['held']);

  protected async lockAndCheck(events: readonly ReceivedEvent[], tx: SimUnitOfWork): Promise<void> {
    await tx.sql.lock(...sortedOnce(events.map((event) => event.key)).map((key) => `order|${key}`));
  }

  protected apply(event: ReceivedEvent, tx: SimUnitOfWork): void {
    tx.sql.write(`order|${event.key}`, { state: `held ${event.sequence}` });
  }
}

/** The service's lock order: holds before items, each sorted. */
async function lockInOrder(tx: SimUnitOfWork, orders: readonly string[], items: readonly string[]): Promise<void> {
  await tx.sql.lock(...sortedOnce(orders).map((order) => `hold|${order}`));
  await tx.sql.lock(...sortedOnce(items).map((item) => `item|${item}`));
}

const sortedOnce = (keys: readonly string[]) => [...new Set(keys)].sort();
const orderOf = (event: ReceivedEvent) => (event.data as { order?: string }).order ?? event.key;

function route(record: BrokerRecord, handler: EventHandler<SimUnitOfWork>): readonly Delivery[] | { unknownType: string } {
  const event = readEvent(record);
  if (!handler.types.has(event.type.replace('.v1', ''))) return { unknownType: event.type };
  const position = { topic: event.topic, key: event.key, sequence: event.sequence };
  return [{ consumer: handler.name, companyId: COMPANY, position, record, event }];
}

function readEvent(record: BrokerRecord): ReceivedEvent {
  const { ce_id: id, ce_type: type, ce_sequence: sequence } = record.headers;
  const envelope = { id: id!, type: type!, topic: record.topic, key: record.key!, sequence: Number(sequence), companyId: COMPANY };
  return { ...envelope, time: '', actor: 'system', correlationId: '', data: JSON.parse(record.value!.toString()) as object };
}
