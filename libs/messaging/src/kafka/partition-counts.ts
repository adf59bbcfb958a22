import { arrayLiteral, type Database, statement } from '@millrace/persistence';
import type { Kafka } from 'kafkajs';
import { withAdmin } from './topics.js';

const REMEMBER = statement(`
  insert into topic_partitions (topic, partitions) select * from unnest($1::text[], $2::int[]) on conflict (topic) do nothing`);
const REMEMBERED = statement(`select topic, partitions from topic_partitions where topic = any($1::text[]) order by topic`);

type Count = Readonly<{ topic: string; partitions: number }>;

/**
 * How many partitions each topic had when this service first met it.
 *
 * Another number sends keys to other partitions, where nothing keeps them behind what is still unread in the old ones: then
 * this service neither publishes nor consumes.
 */
export class PartitionCounts {
  private counts: ReadonlyMap<string, number> = new Map();

  constructor(
    private readonly database: Database,
    private readonly kafka: Kafka,
    private readonly prefix: string,
    private readonly topics: readonly string[],
  ) {}

  /** Undefined for a topic that is not there yet. */
  of(topic: string): number | undefined {
    return this.counts.get(topic);
  }

  /** Every topic is there, and was counted. */
  get isComplete(): boolean {
    return this.topics.every((topic) => this.counts.has(topic));
  }

  /** Looks at the broker. @returns Why the service can not go on; undefined when all is as it was. */
  async look(): Promise<string | undefined> {
    const found = await this.found();
    await this.database.query(REMEMBER, [arrayLiteral([...found.keys()], true), arrayLiteral([...found.values()], false)]);
    const known = await this.database.query<Count>(REMEMBERED, [arrayLiteral([...found.keys()], true)]);
    const changed = known.find(({ topic, partitions }) => found.get(topic) !== partitions);
    if (changed) return mismatch(changed, found.get(changed.topic)!);
    this.counts = found;
    return undefined;
  }

  private found(): Promise<ReadonlyMap<string, number>> {
    return withAdmin(this.kafka, async (admin) => {
      const there = new Set(await admin.listTopics());
      const names = this.topics.map((topic) => `${this.prefix}${topic}`).filter((name) => there.has(name));
      if (names.length === 0) return new Map();
      const { topics } = await admin.fetchTopicMetadata({ topics: names });
      return new Map(topics.map(({ name, partitions }) => [name.slice(this.prefix.length), partitions.length]));
    });
  }
}

const mismatch = ({ topic, partitions }: Count, now: number) =>
  `topic ${topic} has ${now} partitions, and had ${partitions}: facts of one key would lie in two of them, in no order; make the topic as it was`;
