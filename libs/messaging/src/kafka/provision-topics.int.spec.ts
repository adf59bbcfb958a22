import { randomBytes } from 'node:crypto';
import kafkajs, { type Admin } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { kafkaClient } from './kafka-client.js';
import { provisionTopics, type TopicSettings } from './provision-topics.js';

describe('making topics', () => {
  const prefix = `t${randomBytes(4).toString('hex')}.`;
  const kafka = kafkaClient({ ...inject('servers').kafka, clientId: 'topics', prefix }, () => {});
  const admin: Admin = kafka.admin();

  beforeAll(() => admin.connect());
  afterAll(() => admin.disconnect());

  const provision = (topics: string[], settings: Partial<TopicSettings> = {}) =>
    provisionTopics(kafka, topics, { defaultPartitions: 4, replicationFactor: 1, prefix, ...settings });

  async function settingsOf(topic: string): Promise<Record<string, string>> {
    const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name: `${prefix}${topic}` };
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
    return Object.fromEntries(resources[0]!.configEntries.map((each) => [each.configName, each.configValue]));
  }

  async function partitionsOf(topic: string): Promise<number> {
    return (await admin.fetchTopicMetadata({ topics: [`${prefix}${topic}`] })).topics[0]!.partitions.length;
  }

  it('keeps facts for ever, as records that every consumer of ours can read', async () => {
    await provision(['a.new']);
    expect(await settingsOf('a.new')).toMatchObject({ 'retention.ms': '-1', 'retention.bytes': '-1', 'compression.type': 'uncompressed' });
    expect(await partitionsOf('a.new')).toBe(4);
  });

  it('gives a topic of an earlier version what is new, and leaves what an operator has set beside it', async () => {
    const configEntries = [
      { name: 'retention.ms', value: '-1' },
      { name: 'segment.ms', value: '86400000' },
    ];
    await admin.createTopics({ waitForLeaders: true, topics: [{ topic: `${prefix}b.old`, numPartitions: 2, configEntries }] });
    await provision(['b.old']);
    expect(await settingsOf('b.old')).toMatchObject({ 'compression.type': 'uncompressed', 'segment.ms': '86400000', 'retention.ms': '-1' });
  });

  it('gives a new topic as many partitions as the others have, unless a number is named', async () => {
    await provision(['b.old', 'b.new']);
    expect(await partitionsOf('b.new')).toBe(2);
    await provision(['c.new'], { partitions: 5 });
    expect(await partitionsOf('c.new')).toBe(5);
  });

  it('refuses another number than a topic has, and names the setting', async () => {
    await expect(provision(['c.new'], { partitions: 6 })).rejects.toThrow(/c\.new has 5 partitions, not 6: leave KAFKA_PARTITIONS away or set it to 5/);
    await expect(provision(['c.new'], { partitions: 5 })).resolves.toBeUndefined();
  });
});
