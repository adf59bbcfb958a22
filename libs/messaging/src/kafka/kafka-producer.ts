import { groupBy } from '@millrace/kernel';
import kafkajs, { type Kafka, type Producer } from 'kafkajs';
import { type BrokerProducer, type OutboxRow, RefusedByBroker, TopicUnavailable } from '../protocol/ports.js';

/** Answers after which the same record would be refused again. */
const REFUSALS = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'UNSUPPORTED_FOR_MESSAGE_FORMAT']);
/** A topic that was not provisioned or may not be written: the others can go on. */
const TOPIC_TROUBLE = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'TOPIC_AUTHORIZATION_FAILED', 'INVALID_TOPIC_EXCEPTION']);

/** Sends batches with `acks=all` and awaits each. */
export class KafkaProducer implements BrokerProducer {
  private readonly producer: Producer;
  private connected = false;

  constructor(
    kafka: Kafka,
    private readonly prefix: string,
  ) {
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 50, maxRetryTime: 1_000, retries: 3 },
    });
    this.producer.on('producer.disconnect', () => {
      this.connected = false;
    });
  }

  async send(rows: readonly OutboxRow[]): Promise<void> {
    if (!this.connected) {
      await this.producer.connect();
      this.connected = true;
    }
    const topicMessages = [...groupBy(rows, (row) => row.record.topic)].map(([topic, group]) => ({
      topic: `${this.prefix}${topic}`,
      messages: group.map(({ record }) => ({ key: record.key, value: record.value, headers: { ...record.headers } })),
    }));
    try {
      await this.producer.sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      const type = typeOf(error);
      const { message } = error as Error;
      if (REFUSALS.has(type)) throw new RefusedByBroker(`${type}: ${message}`);
      if (TOPIC_TROUBLE.has(type)) throw new TopicUnavailable(`${type}: ${message}`);
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.producer.disconnect().catch(() => {});
  }
}

/** The broker's own name for an error, which kafkajs may have wrapped after its last try. */
function typeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if ('type' in at && typeof at.type === 'string') return at.type;
  return '';
}
