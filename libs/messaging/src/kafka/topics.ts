import type { Admin, Kafka } from 'kafkajs';

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
