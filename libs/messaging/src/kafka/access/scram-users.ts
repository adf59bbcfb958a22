import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Admin, Connection } from '@platformatic/kafka';
import type { KafkaSettings } from '../kafka-client.js';
import { clientOptions } from '../platformatic/clients.js';

/** The least that a broker takes: what is stretched here is random and too long to be guessed, however quickly. */
const ITERATIONS = 4_096;
const SALT_BYTES = 32;
const SHA_512_BYTES = 64;

export type BrokerUser = Readonly<{ name: string; password: string }>;

/**
 * Makes users who can come in by SCRAM-SHA-512, and gives those that are there these passwords, in one request. The broker
 * never sees a password: it keeps what it can check one by. kafkajs cannot ask for this.
 */
export async function setPasswords(settings: KafkaSettings, users: readonly BrokerUser[]): Promise<void> {
  const { Admin: Client, alterUserScramCredentialsV0, ScramMechanisms } = await import('@platformatic/kafka');
  const upsertions = await Promise.all(
    users.map(async ({ name, password }) => {
      const salt = randomBytes(SALT_BYTES);
      const saltedPassword = await promisify(pbkdf2)(password, salt, ITERATIONS, SHA_512_BYTES, 'sha512');
      return { name, mechanism: ScramMechanisms.SCRAM_SHA_512, iterations: ITERATIONS, salt, saltedPassword };
    }),
  );
  const admin = new Client({ ...clientOptions(settings), retries: 0 });
  try {
    await alterUserScramCredentialsV0.api.async(await firstToAnswer(admin), [], upsertions);
  } finally {
    await admin.close();
  }
}

/** Any broker passes it on to the controller; one that is down or being replaced must not keep users from being made. */
export async function firstToAnswer(admin: Admin): Promise<Connection> {
  const { brokers } = await admin.metadata({ topics: [] });
  const faults: unknown[] = [];
  for (const id of brokers.keys()) {
    try {
      const connection = (await admin.connectToBrokers([id])).get(id);
      if (connection) return connection;
    } catch (error) {
      faults.push(error);
    }
  }
  throw new AggregateError(faults, 'No broker answers.');
}
