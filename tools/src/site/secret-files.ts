import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asProperties, BROKER_ADMIN, loginSettings } from '@millrace/embedded';
import { Home } from './home.js';
import { ensureSecrets, SECRETS_FILE, type Secrets } from './secrets.js';
import { SERVICES } from './topology.js';

/** Where `provision` finds all of them; every other folder holds what one container needs and nothing else. */
export const PROVISION_FOLDER = 'provision';

/**
 * Writes secrets as files, one folder for each who reads them, as a suite in containers wants them: made when they are
 * not there, left alone when they are. An empty file is none: a disk was full, or a writer was stopped.
 *
 * @returns the secrets.
 * @throws Error when a file says something else than the secrets do, so that a service would not be let in: which of them is right,
 *   nobody here can know.
 */
export function ensureSecretFiles(folder: string, onUpgrade?: (what: string) => void): Secrets {
  const provision = new Home(join(folder, PROVISION_FOLDER));
  mkdirSync(provision.folder, { recursive: true, mode: 0o700 });
  const secrets = ensureSecrets(provision, onUpgrade);
  const strange = Object.entries(filesOf(secrets)).flatMap(([name, files]) => {
    const open = SERVERS.has(name);
    mkdirSync(join(folder, name), { recursive: true, mode: open ? 0o755 : 0o700 });
    const paths = Object.entries(files).map(([file, text]) => [join(folder, name, file), text] as const);
    return paths.filter(([path, text]) => !isWritten(path, text, open ? 0o644 : 0o400)).map(([path]) => path);
  });
  if (strange.length > 0) throw new Error(saysOtherwise(strange, provision.path(SECRETS_FILE)));
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

/** Writes a file that is missing or empty, whole or not at all. @returns whether it says what it should. */
function isWritten(file: string, text: string, mode: number): boolean {
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (known !== '') return known === text.trim();
  rmSync(`${file}.new`, { force: true }); // Of a writer that was stopped: its mode may not let anybody write to it.
  writeFileSync(`${file}.new`, `${text}\n`, { mode });
  renameSync(`${file}.new`, file);
  return true;
}

const saysOtherwise = (files: readonly string[], secrets: string) =>
  `${files.join(', ')}: not as ${secrets} has it, and left as it is. Put what is right into ${secrets} and delete the other file, which is written again.`;
