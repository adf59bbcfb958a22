import { isIPv4 } from 'node:net';
import type { KafkaCredentials, KafkaSettings, SaslMechanism } from './kafka-client.js';

type Given = Readonly<{ username?: string; password?: string; mechanism?: SaslMechanism }> & Pick<KafkaSettings, 'brokers' | 'ssl'>;

/**
 * How somebody proves who they are, out of what a configuration says; undefined when it names nobody.
 *
 * @throws Error in the words of the environment variables, when half of it is missing or a password would travel in plain text.
 */
export function kafkaLogin({ username, password, mechanism, brokers, ssl }: Given): KafkaCredentials | undefined {
  if (!username !== !password) throw new Error('KAFKA_USERNAME and KAFKA_PASSWORD come together: one of them is missing.');
  if (!username || !password) return undefined;
  if (mechanism === 'plain' && !ssl && !brokers.every(isHere))
    throw new Error('KAFKA_SASL_MECHANISM=plain shows the broker the password: set KAFKA_SSL=true, or take scram-sha-512.');
  return { username, password, mechanism };
}

/** Whether an address such as `127.0.0.1:9092` is on this machine; a name that only begins like one is not. */
function isHere(address: string): boolean {
  const host = address.trim().slice(0, address.trim().lastIndexOf(':'));
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
