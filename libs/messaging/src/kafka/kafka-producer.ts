import { setTimeout as sleep } from 'node:timers/promises';
import { groupBy } from '@millrace/kernel';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import type { OutboxRow } from '../protocol/ports.js';
import type { ClosableProducer } from './driver.js';
import { ACKNOWLEDGE_MS, refusalOf, SEND_LIMIT_MS, within } from './refusals.js';

/**
 * Sends batches with `acks=all` and awaits each.
 *
 * After a failure the next batch goes through a new connection: kafkajs goes on asking a leader that does not answer,
 * and may never come back from it. What the old one still delivers is a repeat, which consumers know.
 */
export class KafkaProducer implements ClosableProducer {
  private connecting?: Promise<Producer>;

  constructor(
    private readonly kafka: Kafka,
    private readonly prefix: string,
  ) {}

  async send(rows: readonly OutboxRow[]): Promise<void> {
    const topicMessages = [...groupBy(rows, (row) => row.record.topic)].map(([topic, group]) => ({
      topic: `${this.prefix}${topic}`,
      messages: group.map(({ record }) => ({ key: record.key, value: record.value, headers: { ...record.headers } })),
    }));
    try {
      const producer = await within(SEND_LIMIT_MS, (this.connecting ??= this.connect()));
      await within(SEND_LIMIT_MS, producer.sendBatch({ acks: -1, timeout: ACKNOWLEDGE_MS, topicMessages }));
    } catch (error) {
      const refusal = refusalOf([typeOf(error)], (error as Error).message);
      if (refusal) throw refusal;
      this.letGo();
      throw error;
    }
  }

  async stop(): Promise<void> {
    const producer = await this.connecting?.catch(() => undefined);
    await Promise.race([producer?.disconnect().catch(() => {}), sleep(SEND_LIMIT_MS, undefined, { ref: false })]);
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 50, maxRetryTime: 500, retries: 1 }, // The relay tries again without end.
    });
    await producer.connect();
    return producer;
  }

  private letGo(): void {
    const old = this.connecting;
    this.connecting = undefined;
    void old?.then((producer) => producer.disconnect()).catch(() => {});
  }
}

/** The broker's own name for an error, which kafkajs may have wrapped after its last try. */
function typeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if ('type' in at && typeof at.type === 'string') return at.type;
  return '';
}
