import type { KafkaSettings } from '@millrace/messaging';
import { READER } from './broker-access.js';
import { credentialsOfEnvironment, kafkaOfEnvironment, valueOf } from './environment-variables.js';
import { Home } from './home.js';
import { readSecrets } from './secrets.js';
import { brokersAt, readState } from './state.js';
import { SERVICES, type ServiceName } from './topology.js';

export type AuditDatabase = Readonly<{ host: string; port: number; database: string; user: string; password: string }>;

/** Where a running suite is, and how to get in. */
export type Site = Readonly<{
  gateway: string;
  /** Whom the environment names, else the administrator of the suite on this machine; empty where neither is known. */
  administrator: Readonly<{ email: string; password: string }>;
  databases: Readonly<Record<ServiceName, AuditDatabase>>;
  /** As who reads the log and writes nothing. */
  kafka: Omit<KafkaSettings, 'clientId'>;
}>;

/** No running suite was found. */
export class NotRunning extends Error {}

/**
 * The suite that the environment names (`MILLRACE_GATEWAY_URL` and its kin), else the one that runs on this machine. Whom the
 * environment names (`MILLRACE_EMAIL`, `MILLRACE_PASSWORD`) acts there as well, never the administrator in that person's place.
 *
 * @throws NotRunning
 */
export function findSite(home = Home.default()): Site {
  if (process.env.MILLRACE_GATEWAY_URL) return siteOfEnvironment();
  const site = siteIn(home);
  return { ...site, administrator: credentialsOfEnvironment() ?? site.administrator };
}

/**
 * The suite that runs in this home, whatever the environment names.
 *
 * @throws NotRunning
 */
export function siteIn(home: Home): Site {
  const [state, secrets] = [readState(home), readSecrets(home)];
  if (!state || !secrets)
    throw new NotRunning('Millrace is not running here: start it with "npx millrace up --detach", or name another one with MILLRACE_GATEWAY_URL.');
  if (state.phase !== 'running') throw new NotRunning(`Millrace is ${state.phase} here: "npx millrace status" shows how far it is.`);
  const databases = SERVICES.map((name) => [
    name,
    { host: '127.0.0.1', port: state.ports.postgres, database: name, user: `${name}_audit`, password: secrets.databases[name].audit },
  ]);
  return {
    gateway: `http://127.0.0.1:${state.ports.gateway}`,
    administrator: secrets.administrator,
    databases: Object.fromEntries(databases) as Site['databases'],
    kafka: { brokers: brokersAt(state.ports), prefix: '', sasl: { username: READER, password: secrets.kafka.reader } },
  };
}

function siteOfEnvironment(): Site {
  const databases = SERVICES.map((name) => {
    const password = valueOf(`AUDIT_PASSWORD_${name.toUpperCase()}`) ?? '';
    return [
      name,
      { host: valueOf('DATABASE_HOST') ?? 'localhost', port: Number(valueOf('DATABASE_PORT') ?? 5432), database: name, user: `${name}_audit`, password },
    ];
  });
  return {
    gateway: process.env.MILLRACE_GATEWAY_URL!.replace(/\/$/, ''),
    administrator: credentialsOfEnvironment() ?? { email: '', password: '' },
    databases: Object.fromEntries(databases) as Site['databases'],
    kafka: kafkaOfEnvironment(),
  };
}
