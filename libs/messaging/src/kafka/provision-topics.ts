import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs, { type Admin, type Kafka } from 'kafkajs';
import { MAX_EVENT_BYTES } from '../protocol/failure.js';
import { withAdmin } from './topics.js';

const { ConfigResourceTypes, ConfigSource } = kafkajs;

const TOPIC_LOOKS = 50;
const TOPIC_LOOK_MS = 200;

export type TopicSettings = Readonly<{
  /** How many each topic has, when somebody has named a number; then one that has another number is a mistake. */
  partitions?: number;
  /** How many a new topic gets when nobody has, and no other topic is there to be like. */
  defaultPartitions: number;
  replicationFactor: number;
  prefix: string;
}>;

const CONFIG: Readonly<Record<string, string>> = {
  'retention.ms': '-1', // The log is kept for ever.
  'retention.bytes': '-1',
  'max.message.bytes': String(2 * MAX_EVENT_BYTES),
  // Our services send plain records and read nothing but plain and gzip: what another producer packs otherwise, the
  // broker unpacks. It has no work with ours; gzip would make it pack each batch anew.
  'compression.type': 'uncompressed',
};

const READABLE = new Set(['uncompressed', 'gzip']);

/**
 * Creates the topics that are missing, and gives those that are there the settings that we rely on.
 *
 * @throws Error when one is there with another number of partitions than was named: keys would move to other partitions
 * and lose their order, so the number is chosen once.
 */
export async function provisionTopics(kafka: Kafka, topics: readonly string[], settings: TopicSettings): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    const names = topics.map((topic) => `${settings.prefix}${topic}`);
    const existing = new Set(await admin.listTopics());
    const missing = names.filter((name) => !existing.has(name));
    const known = names.filter((name) => existing.has(name));
    const counts = await partitionsOf(admin, known);
    const other = known.find((name) => counts.get(name) !== (settings.partitions ?? counts.get(name)));
    if (other) throw new Error(mismatch(other, counts.get(other)!, settings.partitions!));
    if (known.length > 0) await pinSettings(admin, known);
    const numPartitions = settings.partitions ?? counts.get(known[0] ?? '') ?? settings.defaultPartitions;
    if (missing.length > 0) await createTopics(admin, missing, numPartitions, settings.replicationFactor);
  });
}

/** Topics whose broker leaves batches packed as they came, with codecs that this program does not have. */
export function topicsThatTakeAnyCodec(kafka: Kafka, names: readonly string[]): Promise<string[]> {
  return withAdmin(kafka, async (admin) => {
    const resources = names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name, configNames: ['compression.type'] }));
    const found = (await admin.describeConfigs({ includeSynonyms: false, resources })).resources;
    return found.filter(({ configEntries }) => !READABLE.has(configEntries[0]?.configValue ?? '')).map(({ resourceName }) => resourceName);
  });
}

async function partitionsOf(admin: Admin, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
  return new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
}

const mismatch = (topic: string, count: number, wanted: number) =>
  `Topic ${topic} has ${count} partitions, not ${wanted}: leave KAFKA_PARTITIONS away or set it to ${count}; a topic is never repartitioned.`;

async function createTopics(admin: Admin, names: readonly string[], numPartitions: number, replicationFactor: number): Promise<void> {
  const configEntries = Object.entries(CONFIG).map(([name, value]) => ({ name, value }));
  // Waiting for leaders gives up when the broker does not know yet what it has just made.
  await admin.createTopics({ waitForLeaders: false, topics: names.map((topic) => ({ topic, numPartitions, replicationFactor, configEntries })) });
  for (let look = 1; ; look += 1) {
    try {
      await partitionsOf(admin, names);
      return;
    } catch (error) {
      if (look === TOPIC_LOOKS) throw error;
      await sleep(TOPIC_LOOK_MS);
    }
  }
}

/** Alters only topics that differ; what an operator has set beside ours stays. */
async function pinSettings(admin: Admin, names: readonly string[]): Promise<void> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
  });
  const altered = resources.flatMap(({ resourceName: name, configEntries }) => {
    const found = new Map(configEntries.map((each) => [each.configName, each.configValue]));
    if (Object.entries(CONFIG).every(([setting, value]) => found.get(setting) === value)) return [];
    const own = configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG).map((each) => [each.configName, each.configValue]);
    const entries = Object.entries({ ...(Object.fromEntries(own) as Record<string, string>), ...CONFIG });
    return [{ type: ConfigResourceTypes.TOPIC, name, configEntries: entries.map(([setting, value]) => ({ name: setting, value })) }];
  });
  if (altered.length > 0) await admin.alterConfigs({ validateOnly: false, resources: altered });
}
