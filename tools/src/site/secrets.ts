import { randomBytes } from 'node:crypto';
import type { ServiceDatabase } from '@millrace/persistence';
import type { Home } from './home.js';
import { SERVICES, type ServiceName } from './topology.js';

/** Made on the first start; nothing has a password that stands in the code. */
export type Secrets = Readonly<{
  postgres: string;
  databases: Readonly<Record<ServiceName, ServiceDatabase['passwords']>>;
  identity: string;
  administrator: Readonly<{ email: string; password: string }>;
}>;

const FILE = 'secrets.json';

export function readSecrets(home: Home): Secrets | undefined {
  return home.read<Secrets>(FILE);
}

export function ensureSecrets(home: Home): Secrets {
  const known = readSecrets(home);
  if (known) return known;
  const passwords = () => ({ service: secret(), owner: secret(), audit: secret() });
  const secrets: Secrets = {
    postgres: secret(),
    databases: Object.fromEntries(SERVICES.map((name) => [name, passwords()])) as Secrets['databases'],
    identity: secret(),
    administrator: { email: 'admin@millrace.example', password: secret(12) },
  };
  home.write(FILE, secrets);
  return secrets;
}

const secret = (bytes = 24) => randomBytes(bytes).toString('base64url');
