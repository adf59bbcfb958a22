import type { Consumer, Producer } from '@platformatic/kafka';
import type { KafkaSettings } from '../kafka-client.js';

/** A join is answered when every member has joined, which may take as long as the longest rebalance. */
const JOIN_ANSWER_MS = 35_000;
const SESSION = { sessionTimeout: 10_000, heartbeatInterval: 1_000, rebalanceTimeout: 30_000, heartbeatStallTimeout: 12_000 };
/** How kafkajs calls its way of handing out partitions, which is this driver's too: a group may have members of both. */
const PROTOCOLS = [{ name: 'RoundRobinAssigner', version: 1 }];

const MECHANISMS = { 'scram-sha-512': 'SCRAM-SHA-512', plain: 'PLAIN' } as const;

/** What every client of the library is made with. */
export const clientOptions = (settings: KafkaSettings) => ({
  clientId: settings.clientId,
  bootstrapBrokers: [...settings.brokers],
  connectTimeout: 3_000,
  requestTimeout: 10_000,
  autocreateTopics: false,
  ...(settings.ssl ? { tls: {}, tlsServerName: true } : {}),
  ...(settings.sasl ? { sasl: { ...settings.sasl, mechanism: MECHANISMS[settings.sasl.mechanism ?? 'scram-sha-512'] } } : {}),
});

/** The library is loaded when it is chosen: it takes memory of its own. */
const library = () => import('@platformatic/kafka');

/** A member of a group, which joins, stays by its heartbeats and joins again. */
export async function memberOf(settings: KafkaSettings, groupId: string): Promise<Consumer> {
  const { Consumer: Client } = await library();
  return new Client({ ...clientOptions(settings), ...SESSION, groupId, requestTimeout: JOIN_ANSWER_MS, protocols: PROTOCOLS, retries: 5, retryDelay: 200 });
}

/**
 * Asks once and does not join: a commit that is refused because of a rebalance is told, where a member of the group would
 * join and commit it again for a generation that it does not belong to.
 */
export async function askerOf(settings: KafkaSettings, groupId: string): Promise<Consumer> {
  const { Consumer: Client } = await library();
  return new Client({ ...clientOptions(settings), groupId, retries: 0, metadataMaxAge: 30_000 });
}

export async function producerOf(settings: KafkaSettings, acknowledgeMs: number): Promise<Producer> {
  const { compatibilityPartitioner, Producer: Client } = await library();
  return new Client({
    ...clientOptions(settings),
    timeout: acknowledgeMs,
    retries: 1, // The relay tries again without end.
    retryDelay: 50,
    metadataMaxAge: 60_000,
    partitioner: compatibilityPartitioner, // That of every other client; its default takes another partition for half of the keys.
  });
}
