import { newId } from '@millrace/kernel';
import type { Kafka } from 'kafkajs';
import type { BrokerRecord } from '../record.js';
import { READER_GROUPS } from './access/rights.js';
import { recordOf } from './broker-record.js';
import { endOffsets, withAdmin } from './topics.js';

const STALLED_AFTER_MS = 60_000;

/**
 * Reads everything that is on these topics now, partition by partition in order, each record once. Leaves no trace on
 * the broker, and commits nothing.
 *
 * @throws Error when the broker stops answering on the way.
 */
export async function readLog(kafka: Kafka, topics: readonly string[], prefix: string, onRecord: (record: BrokerRecord) => void): Promise<void> {
  const groupId = `${prefix}${READER_GROUPS}${newId()}`;
  const left = await withAdmin(kafka, (admin) => endOffsets(admin, topics, prefix));
  const open = new Map([...left].filter(([, end]) => end > 0n));
  if (open.size === 0) return;
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: 100, maxBytesPerPartition: 4_194_304, minBytes: 1 });
  let progressAt = Date.now();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...new Set([...open.keys()].map((place) => `${prefix}${place.split(' ')[0]}`))], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const watch = setInterval(
        () => Date.now() - progressAt > STALLED_AFTER_MS && finish(new Error('the broker stopped sending while the log was read')),
        1_000,
      );
      const finish = (error?: Error): void => {
        clearInterval(watch);
        if (error) reject(error);
        else resolve();
      };
      consumer.on('consumer.crash', ({ payload }) => finish(payload.error));
      // Told of every batch, also of one in which nothing is to be read: aborted transactions, and marks of transactions.
      consumer.on('consumer.end_batch_process', ({ payload: { topic, partition, lastOffset } }) => {
        progressAt = Date.now();
        const place = `${topic.slice(prefix.length)} ${partition}`;
        if (BigInt(lastOffset) + 1n >= (open.get(place) ?? Infinity)) open.delete(place);
        if (open.size === 0) finish();
      });
      consumer
        .run({
          autoCommit: false,
          eachBatchAutoResolve: true,
          partitionsConsumedConcurrently: 4,
          eachBatch: async ({ batch }) => {
            const topic = batch.topic.slice(prefix.length);
            const end = open.get(`${topic} ${batch.partition}`);
            if (end === undefined) return;
            for (const message of batch.messages) if (BigInt(message.offset) < end) onRecord(recordOf(topic, batch.partition, message));
          },
        })
        .catch(finish);
    });
  } finally {
    await consumer.disconnect().catch(() => {});
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId])).catch(() => {});
  }
}
