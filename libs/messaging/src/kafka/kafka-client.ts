import kafkajs, { type Kafka, type LogEntry, type SASLOptions } from 'kafkajs';
import type { KafkaDriver } from './driver.js';
import { hideAbortedTransactions } from './kafkajs-aborted.js';
import { stopIdleLoop } from './kafkajs-idle-loop.js';

/** How somebody proves to a broker who they are. PLAIN shows it the password, so it is for loopback and for TLS. */
export const SASL_MECHANISMS = ['scram-sha-512', 'plain'] as const;
export type SaslMechanism = (typeof SASL_MECHANISMS)[number];

/** By SCRAM-SHA-512 when nobody says. */
export type KafkaCredentials = Readonly<{ username: string; password: string; mechanism?: SaslMechanism }>;

export type KafkaSettings = Readonly<{
  brokers: readonly string[];
  clientId: string;
  /** Put before every topic and group, so that installations and tests can share a broker. */
  prefix: string;
  sasl?: KafkaCredentials;
  ssl?: boolean;
  /** What reads and writes the log for a service; kafkajs when nobody says. */
  driver?: KafkaDriver;
}>;

export type LogLine = (level: 'debug' | 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;

/** What kafkajs calls an error though it tries it again by itself, or whoever asked tells it: users are made after the broker has started. */
const RETRIED =
  /Restarting the consumer|coordinator|rebalanc|leader|UNKNOWN_TOPIC_OR_PARTITION|Connection (timeout|error)|not aware of this member|disconnected|SaslAuthenticate|authentication failed/i;

export type KafkaClient = Kafka;

/** A kafkajs client with our time-outs, which only this library ever sees. */
export function kafkaClient(settings: KafkaSettings, log: LogLine): Kafka {
  stopIdleLoop();
  hideAbortedTransactions();
  const { Kafka: Client, logLevel } = kafkajs;
  return new Client({
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    ssl: settings.ssl,
    sasl: settings.sasl && saslOf(settings.sasl),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 10 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => log(levelOf(entry, logLevel), `kafka: ${entry.log.message}`, fieldsOf(entry)),
  });
}

/** kafkajs tells mechanisms apart by their types. */
function saslOf({ mechanism = 'scram-sha-512', ...login }: KafkaCredentials): SASLOptions {
  return mechanism === 'plain' ? { mechanism, ...login } : { mechanism, ...login };
}

function levelOf({ level, log }: LogEntry, levels: typeof kafkajs.logLevel): 'debug' | 'info' | 'warn' | 'error' {
  const text = `${log.message} ${String(log.error ?? '')}`;
  if (RETRIED.test(text)) return 'debug';
  return level <= levels.ERROR ? 'error' : level === levels.WARN ? 'warn' : 'info';
}

function fieldsOf({ log }: LogEntry): Record<string, unknown> {
  const { broker, groupId, error } = log as Record<string, unknown>;
  return { broker, groupId, error: error === undefined ? undefined : String(error) };
}
