import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, ITopicMetadata, Kafka } from 'kafkajs';
import { MAX_EVENT_BYTES } from '../postgres/unit-of-work.js';

export type TopicSettings = Readonly<{ partitions: number; replicationFactor: number; prefix: string }>;

const CONFIG = [
  { name: 'retention.ms', value: '-1' }, // The log is kept for ever.
  { name: 'retention.bytes', value: '-1' },
  { name: 'max.message.bytes', value: String(2 * MAX_EVENT_BYTES) },
];

const TOPIC_LOOKS = 50;
const TOPIC_LOOK_MS = 200;

/**
 * Creates the topics that are missing.
 *
 * @throws Error when one is there with another number of partitions: keys would move to other partitions and lose
 * their order, so the number is chosen once.
 */
export async function provisionTopics(kafka: Kafka, topics: readonly string[], settings: TopicSettings): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    const names = topics.map((topic) => `${settings.prefix}${topic}`);
    const existing = new Set(await admin.listTopics());
    const missing = names.filter((name) => !existing.has(name));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: false, // It gives up when the broker does not know yet what it has just made.
        topics: missing.map((topic) => ({
          topic,
          numPartitions: settings.partitions,
          replicationFactor: settings.replicationFactor,
          configEntries: [...CONFIG],
        })),
      });
    }
    for (const { name, partitions } of await metadataOf(admin, names)) {
      if (partitions.length !== settings.partitions) {
        throw new Error(
          `Topic ${name} has ${partitions.length} partitions, not ${settings.partitions}: set KAFKA_PARTITIONS=${partitions.length}; a topic is never repartitioned.`,
        );
      }
    }
  });
}

/** Waits for topics that were made a moment ago. */
async function metadataOf(admin: Admin, topics: string[]): Promise<ITopicMetadata[]> {
  for (let look = 1; ; look += 1) {
    try {
      return (await admin.fetchTopicMetadata({ topics })).topics;
    } catch (error) {
      if (look === TOPIC_LOOKS) throw error;
      await sleep(TOPIC_LOOK_MS);
    }
  }
}

export type PartitionOffsets = ReadonlyMap<string, bigint>;

/** The end of every partition of these topics, by `topic partition`. */
export async function endOffsets(admin: Admin, topics: readonly string[], prefix: string): Promise<PartitionOffsets> {
  const ends = new Map<string, bigint>();
  await Promise.all(
    topics.map(async (topic) => {
      for (const { partition, high } of await admin.fetchTopicOffsets(`${prefix}${topic}`)) ends.set(`${topic} ${partition}`, BigInt(high));
    }),
  );
  return ends;
}

/** How far a group has come in every partition of these topics; 0 where it never committed. */
export async function groupOffsets(admin: Admin, groupId: string, topics: readonly string[], prefix: string): Promise<PartitionOffsets> {
  const found = await admin.fetchOffsets({ groupId: `${prefix}${groupId}`, topics: topics.map((topic) => `${prefix}${topic}`) });
  const offsets = new Map<string, bigint>();
  for (const { topic, partitions } of found) {
    for (const { partition, offset } of partitions) offsets.set(`${topic.slice(prefix.length)} ${partition}`, BigInt(offset) < 0n ? 0n : BigInt(offset));
  }
  return offsets;
}

export async function withAdmin<R>(kafka: Kafka, work: (admin: Admin) => Promise<R>): Promise<R> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
