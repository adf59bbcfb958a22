import { setTimeout as sleep } from 'node:timers/promises';
import { groupBy } from '@millrace/kernel';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import { type BrokerProducer, type OutboxRow, RefusedByBroker, TopicUnavailable } from '../protocol/ports.js';

/** Answers after which the same record would be refused again. */
const REFUSALS = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'UNSUPPORTED_FOR_MESSAGE_FORMAT']);
/** A topic that was not provisioned or may not be written: the others can go on. */
const TOPIC_TROUBLE = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_TOPIC_EXCEPTION']);
/** For the brokers to agree on a batch, and for the answer to come. */
const ACKNOWLEDGE_MS = 8_000;
const SEND_LIMIT_MS = 12_000;

/**
 * Sends batches with `acks=all` and awaits each.
 *
 * After a failure the next batch goes through a new connection: kafkajs goes on asking a leader that does not answer,
 * and may never come back from it. What the old one still delivers is a repeat, which consumers know.
 */
export class KafkaProducer implements BrokerProducer {
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
      const type = typeOf(error);
      const { message } = error as Error;
      if (REFUSALS.has(type)) throw new RefusedByBroker(`${type}: ${message}`);
      if (TOPIC_TROUBLE.has(type)) throw new TopicUnavailable(`${type}: ${message}`);
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

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = new AbortController();
  const limit = sleep(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`the broker did not answer within ${ms / 1_000} s`);
  });
  limit.catch(() => {}); // It was not late.
  return Promise.race([work, limit]).finally(() => late.abort());
}

/** The broker's own name for an error, which kafkajs may have wrapped after its last try. */
function typeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if ('type' in at && typeof at.type === 'string') return at.type;
  return '';
}
