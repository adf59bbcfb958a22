import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedKafka, freePorts } from '@millrace/embedded';
import { newId } from '@millrace/kernel';
import { BROKER_SECRETS, eventually, openTo, type TestBroker } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { BrokerRecord } from '../record.js';
import { KAFKA_DRIVERS } from './driver.js';
import { portsOf } from './drivers.js';
import { kafkaClient } from './kafka-client.js';
import { provisionTopics } from './provision-topics.js';

const TOPIC = 'orders.sales-order';

/** Only where brokers are processes of this machine: one that is shared by all suites is left alone. */
describe.runIf(inject('servers').kind === 'embedded')('a broker that is started anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-restart-'));
  const cache = fileURLToPath(new URL('../../../../.cache', import.meta.url));
  let broker: EmbeddedKafka;
  let open: TestBroker;

  beforeAll(async () => {
    const [port, internalPort, controllerPort] = (await freePorts(3)) as [number, number, number];
    broker = new EmbeddedKafka({ folder, cache, port, internalPort, controllerPort, secrets: BROKER_SECRETS });
    await broker.start();
    open = await openTo(`127.0.0.1:${port}`, `127.0.0.1:${internalPort}`);
  }, 120_000);

  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(KAFKA_DRIVERS)(
    'is written and read on by %s, and nothing is lost',
    async (driver) => {
      const prefix = `${driver}.`;
      const settings = { ...open, clientId: 'test', prefix, driver };
      const kafka = kafkaClient(settings, () => {});
      await provisionTopics(kafka, [TOPIC], { defaultPartitions: 3, replicationFactor: 1, prefix });
      const ports = portsOf(kafka, settings);
      const [feed, producer] = [ports.feed('readers', [TOPIC], () => {}), ports.producer()];
      const seen = new Set<string | null>();
      const reading = (async () => {
        feed.start();
        for (let taken = await feed.take(50); taken.length > 0; taken = await feed.take(50)) {
          const owned = taken.filter((record) => feed.owns(record));
          for (const { key } of owned) seen.add(key);
          await feed.done(owned);
        }
      })();
      const send = (key: string) => producer.send([{ id: newId(), shard: 0, sequence: 1, record: recordOf(key) }]);
      await send('before');
      await eventually(() => expect([...seen]).toEqual(['before']), 30_000);
      await broker.stop();
      await expect(send('while it was away')).rejects.toThrow(/connect|answer|fail/i);
      await broker.start();
      await eventually(() => send('while it was away'), 60_000);
      await send('after');
      await eventually(() => expect(seen).toEqual(new Set(['before', 'while it was away', 'after'])), 60_000);
      await eventually(() => expect([feed.isJoined, feed.lag]).toEqual([true, 0]), 30_000);
      await feed.stop();
      await reading;
      await producer.stop();
    },
    240_000,
  );
});

const recordOf = (key: string): BrokerRecord => ({ topic: TOPIC, key, headers: {}, value: Buffer.from(key) });
