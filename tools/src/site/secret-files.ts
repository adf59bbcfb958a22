import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asProperties, BROKER_ADMIN, loginSettings } from '@millrace/embedded';
import { Home } from './home.js';
import { ensureSecrets, type Secrets } from './secrets.js';
import { SERVICES } from './topology.js';

/** Where `provision` finds all of them; every other folder holds what one container needs and nothing else. */
export const PROVISION_FOLDER = 'provision';

/**
 * Writes secrets as files, one folder for each who reads them, as a suite in containers wants them: made when they are
 * not there, left alone when they are.
 *
 * @returns the secrets.
 */
export function ensureSecretFiles(folder: string, onUpgrade?: (what: string) => void): Secrets {
  const provision = new Home(join(folder, PROVISION_FOLDER));
  mkdirSync(provision.folder, { recursive: true, mode: 0o700 });
  const secrets = ensureSecrets(provision, onUpgrade);
  for (const [name, files] of Object.entries(filesOf(secrets))) {
    const open = SERVERS.has(name);
    mkdirSync(join(folder, name), { recursive: true, mode: open ? 0o755 : 0o700 });
    for (const [file, text] of Object.entries(files)) writeSecret(join(folder, name, file), text, open ? 0o644 : 0o400);
  }
  return secrets;
}

/** Their images read as users of their own, and copy files with their modes to write to the copies; that only they see the folder is the volume's part. */
const SERVERS: ReadonlySet<string> = new Set(['postgres', 'kafka']);

function filesOf({ postgres, databases, kafka, identity, administrator }: Secrets): Record<string, Record<string, string>> {
  const { email, password } = administrator;
  const services = SERVICES.map((name) => [name, { database_password: databases[name].service, kafka_password: kafka.services[name] }] as const);
  const audit = SERVICES.map((name) => [`audit_password_${name}`, databases[name].audit] as const);
  return {
    ...Object.fromEntries(services),
    identity: {
      database_password: databases.identity.service,
      kafka_password: kafka.services.identity,
      identity_secret: identity,
      bootstrap_email: email,
      bootstrap_password: password,
    },
    kafka: { 'server.properties': asProperties(loginSettings(kafka)), 'admin.properties': asProperties(adminSettings(kafka.admin)) },
    [PROVISION_FOLDER]: { kafka_admin_password: kafka.admin },
    postgres: { postgres_password: postgres },
    tools: { ...Object.fromEntries(audit), kafka_password: kafka.reader, administrator_email: email, administrator_password: password },
  };
}

/** For the programs that come with Kafka, beside the broker itself. */
const adminSettings = (password: string) => ({
  'security.protocol': 'SASL_PLAINTEXT',
  'sasl.mechanism': 'PLAIN',
  'sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required username="${BROKER_ADMIN}" password="${password}";`,
});

function writeSecret(file: string, text: string, mode: number): void {
  if (!existsSync(file)) writeFileSync(file, `${text}\n`, { mode });
}
