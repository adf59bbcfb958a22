import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
export function ensureSecretFiles(folder: string): Secrets {
  const provision = new Home(join(folder, PROVISION_FOLDER));
  mkdirSync(provision.folder, { recursive: true, mode: 0o700 });
  const secrets = ensureSecrets(provision);
  for (const [name, files] of Object.entries(filesOf(secrets))) {
    const open = name === 'postgres'; // Its image reads as a user of its own; that only it sees the folder is the volume's part.
    mkdirSync(join(folder, name), { recursive: true, mode: open ? 0o755 : 0o700 });
    for (const [file, text] of Object.entries(files)) writeSecret(join(folder, name, file), text, open ? 0o444 : 0o400);
  }
  return secrets;
}

function filesOf({ postgres, databases, identity, administrator }: Secrets): Record<string, Record<string, string>> {
  const { email, password } = administrator;
  const services = SERVICES.map((name) => [name, { database_password: databases[name].service }] as const);
  const audit = SERVICES.map((name) => [`audit_password_${name}`, databases[name].audit] as const);
  return {
    ...Object.fromEntries(services),
    identity: { database_password: databases.identity.service, identity_secret: identity, bootstrap_email: email, bootstrap_password: password },
    postgres: { postgres_password: postgres },
    tools: { ...Object.fromEntries(audit), administrator_email: email, administrator_password: password },
  };
}

function writeSecret(file: string, text: string, mode: number): void {
  if (!existsSync(file)) writeFileSync(file, `${text}\n`, { mode });
}
