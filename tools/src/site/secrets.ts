import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { BrokerSecrets } from '@millrace/embedded';
import type { ServiceDatabase } from '@millrace/persistence';
import type { Home } from './home.js';
import { SERVICES, type ServiceName } from './topology.js';

/** Made on the first start; nothing has a password that stands in the code. */
export type Secrets = Readonly<{
  postgres: string;
  databases: Readonly<Record<ServiceName, ServiceDatabase['passwords']>>;
  kafka: BrokerSecrets &
    Readonly<{
      /** Of who reads the log for audit and trace. */
      reader: string;
      services: Readonly<Record<ServiceName, string>>;
    }>;
  identity: string;
  administrator: Readonly<{ email: string; password: string }>;
}>;

export const SECRETS_FILE = 'secrets.json';

export function readSecrets(home: Home): Secrets | undefined {
  return home.read<Secrets>(SECRETS_FILE);
}

/**
 * Those that are there stay; what an earlier version did not know is made.
 *
 * @param onUpgrade told when a home from before the broker asked for credentials gets some.
 */
export function ensureSecrets(home: Home, onUpgrade = (_what: string) => {}): Secrets {
  const known = readSecrets(home);
  const secrets = completed(known, newSecrets());
  if (isDeepStrictEqual(known, secrets)) return secrets;
  if (known && !known.kafka) onUpgrade('this site is from before its broker asked for credentials: it does from now on, and every service gets its own');
  home.write(SECRETS_FILE, secrets);
  return secrets;
}

/** What is known, and where nothing is, what was just made. */
function completed<T>(known: T | undefined, made: T): T {
  if (known === undefined || known === null) return made;
  if (typeof made !== 'object' || made === null) return known;
  const parts = Object.keys({ ...made, ...known }) as (keyof T)[];
  return Object.fromEntries(parts.map((part) => [part, completed(known[part], made[part])])) as T;
}

function newSecrets(): Secrets {
  const passwords = () => ({ service: secret(), owner: secret(), audit: secret() });
  return {
    postgres: secret(),
    databases: Object.fromEntries(SERVICES.map((name) => [name, passwords()])) as Secrets['databases'],
    kafka: kafkaSecrets(),
    identity: secret(),
    administrator: { email: 'admin@millrace.example', password: secret(12) },
  };
}

function kafkaSecrets(): Secrets['kafka'] {
  const services = Object.fromEntries(SERVICES.map((name) => [name, secret()])) as Record<ServiceName, string>;
  return { broker: secret(), admin: secret(), reader: secret(), services };
}

const secret = (bytes = 24) => randomBytes(bytes).toString('base64url');
