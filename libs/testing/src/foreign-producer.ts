import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@millrace/kernel';
import { type BrokerRecord, type KafkaClient, kafkaClient, partitionOf, readLog, withAdmin } from '@millrace/messaging';
import { type CompressionAlgorithmValue, Producer } from '@platformatic/kafka';
import type { TestBroker } from './servers.js';

/** The end of a transaction is marked a moment after it was answered. */
const ENDED_MS = 300;

/** What a producer that is none of ours puts into a record. */
export type Foreign = Readonly<{
  key: string | null;
  value: Buffer | null;
  headers: Readonly<Record<string, string | Buffer | (string | Buffer)[]>>;
  partition?: number;
  timestamp?: string;
}>;

type Message = Readonly<{ key: string | null; value: Buffer | null; headers: Record<string, Buffer>; partition?: number; timestamp?: string }>;

/** A producer that keeps to nobody's rules: it sends whatever it likes to the topics of a suite. */
export class ForeignProducer {
  private readonly kafka: KafkaClient;

  constructor(
    private readonly broker: TestBroker,
    private readonly prefix = '',
  ) {
    this.kafka = kafkaClient({ ...broker, clientId: 'stranger', prefix }, () => {});
  }

  async send(topic: string, ...records: readonly Foreign[]): Promise<void> {
    const producer = this.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    try {
      await producer.send({ topic: `${this.prefix}${topic}`, messages: records as readonly Message[] as Message[] });
    } finally {
      await producer.disconnect();
    }
  }

  /** In a transaction that is given up. */
  async sendAndAbort(topic: string, ...records: readonly Foreign[]): Promise<void> {
    const producer = this.kafka.producer({ allowAutoTopicCreation: false, transactionalId: newId(), idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    try {
      const transaction = await producer.transaction();
      await transaction.send({ topic: `${this.prefix}${topic}`, messages: records as readonly Message[] as Message[] });
      await transaction.abort();
    } finally {
      await producer.disconnect();
    }
  }

  /** In two transactions that overlap; the one that began first is given up last. */
  async sendAndAbortTwice(topic: string, first: Foreign, second: Foreign): Promise<void> {
    const producers = [first, second].map(() => this.kafka.producer({ transactionalId: newId(), idempotent: true, maxInFlightRequests: 1 }));
    await Promise.all(producers.map((each) => each.connect()));
    try {
      const [one, two] = [await producers[0]!.transaction(), await producers[1]!.transaction()];
      await one.send({ topic: `${this.prefix}${topic}`, messages: [first] });
      await two.send({ topic: `${this.prefix}${topic}`, messages: [second] });
      await two.abort();
      await sleep(ENDED_MS);
      await one.abort();
    } finally {
      await Promise.all(producers.map((each) => each.disconnect()));
    }
  }

  /** In one batch that is packed. */
  async sendPacked(compression: CompressionAlgorithmValue, topic: string, ...records: readonly Foreign[]): Promise<void> {
    const { brokers, sasl } = this.broker;
    const mechanism = sasl?.mechanism === 'plain' ? 'PLAIN' : 'SCRAM-SHA-512';
    const producer = new Producer({ clientId: 'stranger', bootstrapBrokers: [...brokers], sasl: sasl && { ...sasl, mechanism }, compression });
    try {
      const places = await withAdmin(this.kafka, (admin) => admin.fetchTopicOffsets(`${this.prefix}${topic}`));
      const messages = records.map(({ key, value, headers }) => ({
        partition: partitionOf(Buffer.from(key!), places.length),
        topic: `${this.prefix}${topic}`,
        key: Buffer.from(key!),
        value: value!,
        headers: new Map(Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text as string)])),
      }));
      await producer.send({ messages });
    } finally {
      await producer.close();
    }
  }

  /** Gives a topic more partitions. */
  async repartition(topic: string, count: number): Promise<void> {
    await withAdmin(this.kafka, (admin) => admin.createPartitions({ topicPartitions: [{ topic: `${this.prefix}${topic}`, count }] }));
  }

  /** What lies on a topic, in the order of each partition. */
  async read(topic: string): Promise<BrokerRecord[]> {
    const records: BrokerRecord[] = [];
    await readLog(this.kafka, [topic], this.prefix, (record) => records.push(record));
    return records;
  }
}
