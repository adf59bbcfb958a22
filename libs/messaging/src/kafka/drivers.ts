import type { Kafka } from 'kafkajs';
import type { ClosableProducer, GroupFeed, KafkaDriver } from './driver.js';
import type { KafkaSettings, LogLine } from './kafka-client.js';
import { KafkaFeed } from './kafka-feed.js';
import { KafkaProducer } from './kafka-producer.js';
import { PlatformaticFeed } from './platformatic/platformatic-feed.js';
import { PlatformaticProducer } from './platformatic/platformatic-producer.js';

type Ports = Readonly<{
  feed(groupId: string, topics: readonly string[], log: LogLine): GroupFeed;
  producer(): ClosableProducer;
}>;

const BY_DRIVER: Readonly<Record<KafkaDriver, (kafka: Kafka, settings: KafkaSettings) => Ports>> = {
  kafkajs: (kafka, { prefix }) => ({
    feed: (groupId, topics, log) => new KafkaFeed(kafka, groupId, topics, prefix, log),
    producer: () => new KafkaProducer(kafka, prefix),
  }),
  platformatic: (_kafka, settings) => ({
    feed: (groupId, topics, log) => new PlatformaticFeed(settings, groupId, topics, log),
    producer: () => new PlatformaticProducer(settings),
  }),
};

/** What reads and writes the log, by the driver that was chosen. */
export function portsOf(kafka: Kafka, settings: KafkaSettings): Ports {
  return BY_DRIVER[settings.driver ?? 'kafkajs'](kafka, settings);
}
