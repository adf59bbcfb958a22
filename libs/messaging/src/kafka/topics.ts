import { setTimeout as sleep } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';

const ELECTION_LIMIT_MS = 30_000;
const ELECTION_LOOK_MS = 200;

export type PartitionOffsets = ReadonlyMap<string, bigint>;

/**
 * The end of every partition of these topics, by `topic partition`.
 *
 * A partition whose leader is just being elected is left out of kafkajs' answer, which then breaks when there is none at
 * all. Whoever asks relies on all of them, so they are asked for again until they are complete.
 *
 * @throws Error when a partition has no leader for half a minute, or a topic is not there.
 */
export async function endOffsets(admin: Admin, topics: readonly string[], prefix: string): Promise<PartitionOffsets> {
  const names = topics.map((topic) => `${prefix}${topic}`);
  for (const end = Date.now() + ELECTION_LIMIT_MS; ; await sleep(ELECTION_LOOK_MS)) {
    const { topics: wanted } = await admin.fetchTopicMetadata({ topics: names });
    const led = wanted.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
    const ends = led ? await endsOf(admin, names, prefix) : undefined;
    if (ends && wanted.every(({ name, partitions }) => partitions.every(({ partitionId }) => ends.has(`${name.slice(prefix.length)} ${partitionId}`))))
      return ends;
    if (Date.now() > end) throw new Error('a partition has no leader: is a broker down?');
  }
}

async function endsOf(admin: Admin, names: readonly string[], prefix: string): Promise<Map<string, bigint> | undefined> {
  const ends = new Map<string, bigint>();
  try {
    await Promise.all(
      names.map(async (name) => {
        for (const { partition, high } of await admin.fetchTopicOffsets(name)) ends.set(`${name.slice(prefix.length)} ${partition}`, BigInt(high));
      }),
    );
  } catch (error) {
    const isPassing = error instanceof TypeError || (error as Error).name === 'KafkaJSProtocolError'; // The first is what kafkajs makes of an answer without partitions.
    if (isPassing && (error as { retriable?: boolean }).retriable !== false) return undefined;
    throw error;
  }
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
