import { randomBytes } from 'node:crypto';
import { eventDefinitions } from '@millrace/contracts';
import {
  endOffsets,
  grantAccess,
  groupOffsets,
  type KafkaClient,
  kafkaClient,
  type KafkaSettings,
  provisionTopics,
  readLog,
  setPasswords,
  withAdmin,
} from '@millrace/messaging';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type DeclaredConsumer, declaredConsumers } from '../events/declared-consumers.js';
import { accessOf, READER } from './broker-access.js';
import { ROOT } from './home.js';
import type { Secrets } from './secrets.js';
import { SERVICES, type ServiceName } from './topology.js';

/** The last is what kafkajs makes of a group that one may not even ask about. */
const REFUSED = /not authorized|authorization failed|Failed to find group coordinator/i;
const prefix = `${randomBytes(4).toString('hex')}.`;
const definitions = [...eventDefinitions().values()];
const TOPICS = [...new Set(definitions.map(({ topic }) => topic))].toSorted();
const secrets: Secrets['kafka'] = {
  broker: '',
  admin: '',
  reader: 'of reader',
  services: Object.fromEntries(SERVICES.map((name) => [name, `of ${name}`])) as Record<ServiceName, string>,
};

const owner = (topic: string) => topic.slice(0, topic.indexOf('.'));
const administrator = (): KafkaSettings => ({ ...inject('servers').kafka, clientId: 'test', prefix });
const as = (name: string, password = `of ${name}`): KafkaSettings => ({ ...administrator(), sasl: { username: `${prefix}${name}`, password } });
const clientOf = (settings: KafkaSettings) => kafkaClient(settings, () => {});

/** Sends one record to each of these topics. @returns those of which the broker took it; any fault but a refusal is thrown. */
const written = (kafka: KafkaClient, topics: readonly string[]) => taken(topics, (topic) => writeOne(kafka, topic));

async function writeOne(kafka: KafkaClient, topic: string): Promise<void> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  try {
    await producer.connect();
    await producer.send({ topic: `${prefix}${topic}`, messages: [{ key: 'a', value: 'a fact' }] });
  } finally {
    await producer.disconnect();
  }
}

/** Reads one record of each of these topics, as a member of a group of its own. @returns those that the broker gave. */
const read = (kafka: KafkaClient, service: string, topics: readonly string[]) => taken(topics, (topic) => readOne(kafka, `${service}.probe-${topic}`, topic));

async function readOne(kafka: KafkaClient, group: string, topic: string): Promise<void> {
  const consumer = kafka.consumer({ groupId: `${prefix}${group}`, allowAutoTopicCreation: false, maxWaitTimeInMs: 50 });
  try {
    await consumer.connect();
    await consumer.subscribe({ topic: `${prefix}${topic}`, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      consumer.run({ autoCommit: false, eachMessage: async () => resolve() }).catch(reject);
    });
  } finally {
    await consumer.disconnect();
  }
}

async function taken(topics: readonly string[], attempt: (topic: string) => Promise<unknown>): Promise<string[]> {
  const outcomes = await Promise.allSettled(topics.map(attempt));
  return topics.filter((_, at) => {
    const outcome = outcomes[at]!;
    if (outcome.status === 'fulfilled') return true;
    expect(whyOf(outcome.reason)).toMatch(REFUSED);
    return false;
  });
}

/** kafkajs wraps what the broker says of each of several things. */
const whyOf = (error: unknown): string => [error, ...((error as { errors?: unknown[] }).errors ?? [])].map(String).join('; ');

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'it was let through', whyOf);

describe('who may do what on the broker', () => {
  let consumers: readonly DeclaredConsumer[];

  const takenBy = (service: string) => {
    const types = new Set(consumers.filter((each) => each.service === service).flatMap((each) => each.types));
    return TOPICS.filter((topic) => definitions.some((event) => event.topic === topic && types.has(event.name)));
  };

  beforeAll(async () => {
    consumers = await declaredConsumers(ROOT);
    await grantAccess(administrator(), accessOf(secrets, consumers));
    await provisionTopics(clientOf(administrator()), TOPICS, { defaultPartitions: 1, replicationFactor: 1, prefix });
    await written(clientOf(administrator()), TOPICS);
  });

  it('is asked of topics and consumers that are there', () => {
    expect(TOPICS.length).toBeGreaterThan(15);
    expect(takenBy('finance')).toContain('orders.sales-order');
  });

  it.each(SERVICES)('%s writes every topic of its own and none of others', async (service) => {
    expect(await written(clientOf(as(service)), TOPICS)).toEqual(TOPICS.filter((topic) => owner(topic) === service));
  });

  it.each(SERVICES)('%s reads every topic that its consumers take and no other, not even its own', async (service) => {
    expect(await read(clientOf(as(service)), service, TOPICS)).toEqual(takenBy(service));
  });

  it.each(SERVICES)('%s neither makes nor changes nor deletes topics, rights or users', async (service) => {
    const own = TOPICS.find((topic) => owner(topic) === service);
    await withAdmin(clientOf(as(service)), async (admin) => {
      const right = { resourceType: 2, resourceName: `${prefix}${own}`, resourcePatternType: 3, principal: `User:${prefix}${service}`, host: '*' };
      const attempts = {
        'make a topic': () => admin.createTopics({ topics: [{ topic: `${prefix}${service}.another` }] }),
        'make one outside': () => admin.createTopics({ topics: [{ topic: 'another' }] }),
        'make partitions': () => admin.createPartitions({ topicPartitions: [{ topic: `${prefix}${own}`, count: 2 }] }),
        'delete a topic': () => admin.deleteTopics({ topics: [`${prefix}${own}`] }),
        'change a setting': () =>
          admin.alterConfigs({ validateOnly: false, resources: [{ type: 2, name: `${prefix}${own}`, configEntries: [{ name: 'retention.ms', value: '1' }] }] }),
        'give a right': () => admin.createAcls({ acl: [{ ...right, operation: 2, permissionType: 3 }] }),
        'see rights': () => admin.describeAcls({ resourceType: 1, resourcePatternType: 1, operation: 1, permissionType: 1 }),
        'take rights': () => admin.deleteAcls({ filters: [{ resourceType: 1, resourcePatternType: 1, operation: 1, permissionType: 1 }] }),
      };
      const outcomes = Object.entries(attempts).map(async ([what, attempt]) => `${what}: ${await refusalOf(attempt())}`);
      for (const outcome of await Promise.all(outcomes)) expect(outcome).toMatch(REFUSED);
    });
    expect(await refusalOf(setPasswords(as(service), [{ name: 'admin', password: 'mine' }]))).toMatch(
      /CLUSTER_AUTHORIZATION_FAILED|not authorized|authorization/i,
    );
  });

  it('a service sees how far it has come itself, and not how far others have', async () => {
    await withAdmin(clientOf(as('orders')), async (admin) => {
      expect(await groupOffsets(admin, 'orders', ['inventory.item'], prefix)).toEqual(new Map([['inventory.item 0', 0n]]));
      expect(await refusalOf(groupOffsets(admin, 'finance', ['orders.sales-order'], prefix))).toMatch(REFUSED);
    });
  });

  it('the reader reads everything, sees how far each service has come, and writes nothing', async () => {
    const reader = clientOf(as(READER));
    const seen = new Set<string>();
    await readLog(reader, TOPICS, prefix, ({ topic }) => seen.add(topic));
    expect([...seen].toSorted()).toEqual(TOPICS);
    await withAdmin(reader, async (admin) => {
      expect((await endOffsets(admin, TOPICS, prefix)).size).toBe(TOPICS.length);
      for (const service of SERVICES) await groupOffsets(admin, service, TOPICS, prefix);
      expect(await refusalOf(admin.createTopics({ topics: [{ topic: `${prefix}another` }] }))).toMatch(REFUSED);
      expect(await refusalOf(admin.deleteGroups([`${prefix}orders`]))).toMatch(/Error in DeleteGroups/);
    });
    expect(await written(reader, TOPICS)).toEqual([]);
    expect(await refusalOf(readOne(reader, 'orders', 'orders.sales-order'))).toMatch(REFUSED); // As if it were the service.
  });

  it.each([
    ['without credentials', () => ({ ...administrator(), sasl: undefined }), /closed connection/i],
    ['with a wrong password', () => as('orders', 'of somebody else'), /authentication failed/i],
    ['as somebody who is not there', () => as('nobody'), /authentication failed/i],
    ['by PLAIN', () => ({ ...administrator(), sasl: { ...as('orders').sasl!, mechanism: 'plain' as const } }), /does not support the requested SASL mechanism/],
  ])(
    'nobody comes in %s',
    async (_how, settings, says) => {
      expect(await refusalOf(withAdmin(clientOf(settings()), (admin) => admin.listTopics()))).toMatch(says);
    },
    30_000,
  );

  it('follows contracts and consumers: what a consumer takes from now on is granted, and what none takes any more is taken away', async () => {
    const payroll = ['hr.payroll-run'];
    const curious: DeclaredConsumer = {
      service: 'inventory',
      name: 'inventory.pay',
      types: definitions.filter(({ topic }) => payroll.includes(topic)).map(({ name }) => name),
    };
    const inventory = clientOf(as('inventory'));
    await grantAccess(administrator(), accessOf(secrets, [...consumers, curious]));
    expect(await read(inventory, 'inventory', payroll)).toEqual(payroll);
    await grantAccess(administrator(), accessOf(secrets, consumers));
    expect(await read(inventory, 'inventory', payroll)).toEqual([]);
    expect(await read(inventory, 'inventory', takenBy('inventory'))).toEqual(takenBy('inventory'));
  });

  it('leaves alone what our users may do with what is not of the suite', async () => {
    const right = { resourcePatternType: 3, principal: `User:${prefix}orders`, host: '*', permissionType: 3 };
    const foreign = { ...right, resourceType: 2, resourceName: `${prefix}brewery.cask`, operation: 3 };
    await withAdmin(clientOf(administrator()), async (admin) => {
      await admin.createAcls({ acl: [foreign, { ...foreign, resourceName: `${prefix}orders.of-before` }] });
      await grantAccess(administrator(), accessOf(secrets, consumers));
      const { resources } = await admin.describeAcls({ ...right, resourceType: 2, resourcePatternType: 1, operation: 1 });
      const names = resources.map(({ resourceName }) => resourceName);
      expect(names).toContain(`${prefix}brewery.cask`);
      expect(names).not.toContain(`${prefix}orders.of-before`);
    });
  });

  it('gives a new password to who is there, and the one before is of no use', async () => {
    await grantAccess(administrator(), accessOf({ ...secrets, services: { ...secrets.services, hr: 'another' } }, consumers));
    const topics = (settings: KafkaSettings) => withAdmin(clientOf(settings), (admin) => admin.listTopics());
    expect(await refusalOf(topics(as('hr')))).toMatch(/authentication failed/i);
    expect((await topics(as('hr', 'another'))).length).toBeGreaterThan(0);
    await grantAccess(administrator(), accessOf(secrets, consumers));
  });
});
