import { groupBy, indexBy } from '@millrace/kernel';
import { failpoint } from '../failpoints.js';
import { streamName } from '../record.js';
import { failureOf } from './failure.js';
import {
  type BrokerProducer,
  type Failure,
  type OutboxRow,
  type OutboxStore,
  RefusedByBroker,
  type Report,
  type ShardOwnership,
  TopicUnavailable,
} from './ports.js';

export const RELAY_BATCH = 1_000;

const TOPIC_RESTS_MS = 5_000;

/**
 * Sends what transactions wrote to the outbox, in the order of each stream, at least once.
 *
 * There is no cursor: a row is unpublished until it is marked, so one that commits late is found like any other. One
 * send is awaited before the next, so a later fact of a stream never overtakes an earlier one.
 */
export class Relay {
  /** Topics that the broker does not have or does not let us write, and when to try them again. */
  private readonly resting = new Map<string, number>();

  constructor(
    private readonly store: OutboxStore,
    private readonly shards: ShardOwnership,
    private readonly broker: BrokerProducer,
    private readonly report: (report: Report) => void,
    private readonly limit = RELAY_BATCH,
  ) {}

  /** One batch. @returns how many rows were published; 0 when there was nothing to do. */
  async publishBatch(): Promise<number> {
    const shards = this.shards.owned();
    if (shards.length === 0) return 0;
    const { rows, more } = await this.store.unpublished(shards, this.limit, this.topicsAtRest());
    if (rows.length === 0) return 0;
    const ready = more ? await this.withPredecessors(rows) : rows;
    const batch = inStreamOrder(ready);
    await failpoint('relay.before-publish');
    try {
      await this.broker.send(batch);
    } catch (error) {
      if (error instanceof RefusedByBroker) return this.publishOneByOne(batch);
      if (error instanceof TopicUnavailable) return this.publishByTopic(batch);
      throw error;
    }
    await failpoint('relay.after-publish');
    await this.store.markPublished(batch);
    this.report({ kind: 'published', count: batch.length });
    return batch.length;
  }

  /** The batch was cut somewhere: a row must not overtake a lower one of its stream that was cut off, so that comes along. */
  private async withPredecessors(rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
    const highest = [...groupBy(rows, streamOf).values()].map((stream) => stream.reduce((a, b) => (a.sequence > b.sequence ? a : b)));
    const before = await this.store.unpublishedBefore(highest.map(({ record, sequence }) => ({ topic: record.topic, key: record.key!, sequence })));
    return [...indexBy([...rows, ...before], (row) => row.id).values()];
  }

  /** A topic is missing or forbidden: it rests for a while, so that the others go on. */
  private async publishByTopic(batch: readonly OutboxRow[]): Promise<number> {
    let published = 0;
    for (const [topic, rows] of groupBy(batch, (row) => row.record.topic)) {
      try {
        await this.broker.send(rows);
      } catch (error) {
        if (error instanceof RefusedByBroker) published += await this.publishOneByOne(rows);
        else if (error instanceof TopicUnavailable) this.rest(topic, error);
        else throw error;
        continue;
      }
      await this.store.markPublished(rows);
      published += rows.length;
    }
    return published;
  }

  private rest(topic: string, error: TopicUnavailable): void {
    this.resting.set(topic, Date.now() + TOPIC_RESTS_MS);
    this.report({ kind: 'publish-failed', error });
  }

  private topicsAtRest(): string[] {
    for (const [topic, until] of this.resting) if (until < Date.now()) this.resting.delete(topic);
    return [...this.resting.keys()];
  }

  /** The broker refuses something in the batch for good: that stream is held, the others go on. */
  private async publishOneByOne(batch: readonly OutboxRow[]): Promise<number> {
    let published = 0;
    for (const rows of groupBy(batch, streamOf).values()) {
      for (const row of rows) {
        try {
          await this.broker.send([row]);
        } catch (error) {
          if (error instanceof TopicUnavailable) this.rest(row.record.topic, error);
          else if (error instanceof RefusedByBroker) await this.hold(row, failureOf(error));
          else throw error;
          break;
        }
        await this.store.markPublished([row]);
        published += 1;
      }
    }
    return published;
  }

  private async hold(row: OutboxRow, failure: Failure): Promise<void> {
    await this.store.holdStream(row, failure);
    this.report({ kind: 'stream-held', topic: row.record.topic, key: row.record.key!, failure });
  }
}

function inStreamOrder(rows: readonly OutboxRow[]): OutboxRow[] {
  return [...groupBy(rows, streamOf).values()].flatMap((stream) => stream.sort((a, b) => a.sequence - b.sequence));
}

function streamOf(row: OutboxRow): string {
  return streamName({ topic: row.record.topic, key: row.record.key! });
}
