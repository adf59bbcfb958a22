import { join } from 'node:path';
import { ROOT } from '../site/home.js';
import type { Secrets } from '../site/secrets.js';
import { brokersAt, type Ports } from '../site/state.js';
import { type ProcessKind, SERVICES, type ServiceName } from '../site/topology.js';

export type ServicePorts = Readonly<Record<ServiceName, readonly number[]>>;

const urlsOf = (ports: readonly number[]) => ports.map((port) => `http://127.0.0.1:${port}`).join(',');

/** The environment of a process of this kind: its own secrets and nobody else's. */
export function environmentOf(kind: ProcessKind, ports: Ports, services: ServicePorts, secrets: Secrets): NodeJS.ProcessEnv {
  const common = {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    NODE_COMPILE_CACHE: join(ROOT, '.cache', 'compile'),
    HOST: '127.0.0.1',
    JWKS_URL: `http://127.0.0.1:${services.identity[0]}/.well-known/jwks.json`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    ...overrides(kind),
  };
  if (kind === 'gateway') {
    const urls = Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URLS`, urlsOf(services[name])]));
    // Nothing stands in front of it here, and what loads or measures the suite asks more often than people do.
    return { DRAIN_SECONDS: '0', RATE_LIMIT_PER_MINUTE: '600000', ...common, ...urls };
  }
  return {
    KAFKA_DRIVER: process.env.KAFKA_DRIVER ?? 'kafkajs',
    ...(kind === 'identity' ? outsideOf(ports) : {}),
    ...common,
    ...databaseEnvironment(kind, { host: '127.0.0.1', port: ports.postgres }, secrets),
    KAFKA_BROKERS: brokersAt(ports).join(','),
    KAFKA_USERNAME: kind,
    KAFKA_PASSWORD: secrets.kafka.services[kind],
    ...(kind === 'identity' ? identityEnvironment(secrets) : {}),
  };
}

/** How the world reaches identity, and where its mails go: no further than this machine. */
function outsideOf({ gateway, smtp }: Ports): NodeJS.ProcessEnv {
  return { PUBLIC_URL: `http://127.0.0.1:${gateway}`, MAIL_URL: `smtp://127.0.0.1:${smtp}`, MAIL_FROM: 'noreply@millrace.example' };
}

/** Where the database of a service is, and its own role there. */
export function databaseEnvironment(name: ServiceName, { host, port }: Readonly<{ host: string; port: number }>, secrets: Secrets): NodeJS.ProcessEnv {
  const password = secrets.databases[name].service;
  return { DATABASE_HOST: host, DATABASE_PORT: String(port), DATABASE_NAME: name, DATABASE_USER: name, DATABASE_PASSWORD: password };
}

export function identityEnvironment({ identity, administrator }: Secrets): NodeJS.ProcessEnv {
  return { IDENTITY_SECRET: identity, BOOTSTRAP_EMAIL: administrator.email, BOOTSTRAP_PASSWORD: administrator.password };
}

/** `MILLRACE_ORDERS_DEADLINE_SECONDS=1` sets `DEADLINE_SECONDS` for the processes of `orders`. */
function overrides(kind: string): NodeJS.ProcessEnv {
  const prefix = `MILLRACE_${kind.toUpperCase()}_`;
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}
