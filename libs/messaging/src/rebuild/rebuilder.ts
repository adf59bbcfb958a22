import { setTimeout as sleep } from 'node:timers/promises';
import { assert, newId } from '@millrace/kernel';
import type { Database } from '@millrace/persistence';
import type { Kafka } from 'kafkajs';
import { Consumption, type EventHandlers, topicsOf } from '../consumption.js';
import type { LogLine } from '../kafka/kafka-client.js';
import { KafkaFeed } from '../kafka/kafka-feed.js';
import { endOffsets, groupOffsets, withAdmin } from '../kafka/topics.js';
import { classify } from '../postgres/classify.js';
import { MessageStore } from '../postgres/message-store.js';
import type { UnitOfWork } from '../postgres/unit-of-work.js';
import type { EventHandler, Report } from '../protocol/ports.js';
import { Stopping } from '../protocol/stopping.js';
import { type Comparison, Shadow, shadowName } from './shadow.js';

const LOOK_MS = 250;
const CONNECTIONS = 3;

export type RebuildOptions = Readonly<{
  /** Puts the new rows in the place of the live ones where they differ. */
  accept: boolean;
  onProgress: (facts: number) => void;
}>;

/** What a rebuild needs of the process that it runs in. */
export type RebuildHost = Readonly<{ service: string; prefix: string; kafka: Kafka; database: Database; log: LogLine }>;

/**
 * Builds a consumer's copies again from the first fact on, beside the live ones and through the same code, in a Kafka group
 * of its own. The service goes on meanwhile.
 */
export class Rebuilder {
  private stopping = false;

  constructor(
    private readonly host: RebuildHost,
    private readonly handlers: () => EventHandlers,
  ) {}

  /** Consumers whose state is copies and nothing else. */
  get rebuildable(): string[] {
    return [...this.handlers().values()].filter(({ copies = [] }) => copies.length > 0).map(({ name }) => name);
  }

  /** What is under way ends with an error. */
  stop(): void {
    this.stopping = true;
  }

  /** @throws Error when a fact cannot be applied, or the process stops. */
  async run(consumer: string, { accept, onProgress }: RebuildOptions): Promise<Comparison> {
    const { service, prefix, kafka, database, log } = this.host;
    const live = this.handlers().get(consumer);
    assert(live?.copies, `${consumer} cannot be rebuilt`);
    const handlers: EventHandlers = new Map([[shadowName(consumer), shadowOf(live)]]);
    const topics = topicsOf(handlers);
    const shadow = new Shadow(
      database,
      consumer,
      live.copies.map((copy) => database.table(copy)),
    );
    await shadow.open();
    const aside = database.aside('rebuild,public', CONNECTIONS);
    const group = `${service}.rebuild.${newId()}`;
    const feed = new KafkaFeed(kafka, group, topics, prefix, log);
    let facts = 0;
    let failure: Error | undefined;
    const report = (told: Report) => {
      if (told.kind === 'applied') onProgress((facts += told.count));
      if (told.kind === 'parked')
        failure = new Error(`fact ${told.sequence} of ${told.stream.topic} ${told.stream.key} cannot be applied: ${told.failure.message}`);
    };
    const backOff = async (attempt: number) => {
      if (this.stopping || failure) throw new Stopping();
      await sleep(Math.min(25 * 2 ** attempt, 1_000));
    };
    const { runner } = new Consumption(service, new MessageStore(aside), handlers, feed, { classify, backOff, report });
    feed.start();
    const running = (async () => {
      while (await runner.round());
    })().catch((error: unknown) => void (failure ??= error as Error));
    try {
      for (;;) {
        if (this.stopping) throw new Error('the process is stopping: start the rebuild again');
        if (failure) throw failure;
        if (await this.isLevel(group, topics)) {
          const comparison = await shadow.compare(accept);
          if (comparison) return comparison;
        }
        await sleep(LOOK_MS);
      }
    } finally {
      await feed.stop();
      await running;
      await aside.close();
      await shadow.close();
      await withAdmin(kafka, (admin) => admin.deleteGroups([`${prefix}${group}`])).catch(() => {});
    }
  }

  private isLevel(group: string, topics: readonly string[]): Promise<boolean> {
    return withAdmin(this.host.kafka, async (admin) => {
      const ends = await endOffsets(admin, topics, this.host.prefix);
      const offsets = await groupOffsets(admin, group, topics, this.host.prefix);
      return [...ends].every(([partition, end]) => (offsets.get(partition) ?? 0n) >= end);
    });
  }
}

/** The same decisions under another name; a copy tells nothing, so nothing is told twice. */
function shadowOf(live: EventHandler<UnitOfWork>): EventHandler<UnitOfWork> {
  return {
    name: shadowName(live.name),
    types: live.types,
    load: (events, tx) => live.load(events, tx),
    handle(event, loaded, tx) {
      live.handle(event, loaded, tx);
      assert(tx.published === 0, `${live.name} tells facts: it is no copy`);
    },
  };
}
