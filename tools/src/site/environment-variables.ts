import { readFileSync } from 'node:fs';
import { kafkaLogin, type KafkaSettings, SASL_MECHANISMS } from '@millrace/messaging';
import type { Credentials } from '../api/api-client.js';

/** A variable, or what stands in the file that `NAME_FILE` names. */
export function valueOf(name: string): string | undefined {
  const file = process.env[`${name}_FILE`];
  return file ? readFileSync(file, 'utf8').trim() : process.env[name];
}

/** Who commands act as when the environment says so; a half of it would let somebody else act instead. @throws Error when one half is missing. */
export function credentialsOfEnvironment(): Credentials | undefined {
  const [email, password] = [valueOf('MILLRACE_EMAIL'), valueOf('MILLRACE_PASSWORD')];
  if (!email && !password) return undefined;
  if (!email || !password) throw new Error(`MILLRACE_EMAIL and MILLRACE_PASSWORD go together: ${email ? 'MILLRACE_PASSWORD' : 'MILLRACE_EMAIL'} is missing.`);
  return { email, password };
}

/** The broker as the services read it from their environment. */
export function kafkaOfEnvironment(): Omit<KafkaSettings, 'clientId'> {
  const brokers = (valueOf('KAFKA_BROKERS') ?? 'localhost:9092').split(',');
  const ssl = valueOf('KAFKA_SSL') === 'true' || undefined;
  const [username, password, mechanism] = [valueOf('KAFKA_USERNAME'), valueOf('KAFKA_PASSWORD'), mechanismOfEnvironment()];
  return { brokers, prefix: valueOf('KAFKA_PREFIX') ?? '', ssl, sasl: kafkaLogin({ username, password, mechanism, brokers, ssl }) };
}

function mechanismOfEnvironment() {
  const text = valueOf('KAFKA_SASL_MECHANISM') || SASL_MECHANISMS[0];
  const mechanism = SASL_MECHANISMS.find((each) => each === text);
  if (!mechanism) throw new Error(`KAFKA_SASL_MECHANISM is one of ${SASL_MECHANISMS.join(', ')}, not "${text}".`);
  return mechanism;
}

/** `KAFKA_PARTITIONS`, which is named once, before the first start; undefined when nobody names it. @throws Error when it is no number of partitions. */
export function partitionsOfEnvironment(): number | undefined {
  const text = valueOf('KAFKA_PARTITIONS');
  if (text === undefined || text === '') return undefined;
  if (!/^[1-9][0-9]{0,2}$/.test(text)) throw new Error(`KAFKA_PARTITIONS is a number from 1 to 999, not "${text}".`);
  return Number(text);
}
