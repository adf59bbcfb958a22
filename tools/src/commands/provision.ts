import { join, resolve } from 'node:path';
import { kafkaOfEnvironment, valueOf } from '../site/environment-variables.js';
import { Home } from '../site/home.js';
import { ensureSecretFiles, PROVISION_FOLDER } from '../site/secret-files.js';
import { readSecrets, type Secrets } from '../site/secrets.js';
import { provisionSite, type Servers } from '../supervisor/prepare.js';
import { print, progress } from './output.js';

/** Of each topic; what is chosen once limits how many replicas of a service share the work. */
const DEFAULT_PARTITIONS = 12;

/** Makes what is missing; shows how to sign in only to who asks. */
export function secrets({ folder, show }: { folder: string; show?: boolean }): void {
  const { administrator } = ensureSecretFiles(resolve(folder), progress);
  if (show) print(`${administrator.email} / ${administrator.password}`);
  else progress(`secrets are in ${folder}`);
}

/**
 * Databases, roles, schemas, topics, and who may do what with these, on servers that run already: those that the environment names, as it does for services.
 * Safe to repeat, before every start of a newer version.
 */
export async function provision({ folder }: { folder: string }): Promise<void> {
  const known = readSecrets(new Home(resolve(join(folder, PROVISION_FOLDER))));
  if (!known) throw new Error(`No secrets are in ${folder}: make them with "millrace secrets --folder ${folder}".`);
  await provisionSite(serversOfEnvironment(known), known, progress);
  progress('databases and topics are as the services need them');
}

/** Users and rights are given where somebody asks for that (`KAFKA_ACCESS=grant`): a broker that is named here may be shared with others. */
export function accessOfEnvironment(): 'grant' | 'leave' {
  const text = valueOf('KAFKA_ACCESS') || 'leave';
  if (text !== 'grant' && text !== 'leave') throw new Error(`KAFKA_ACCESS is grant or leave, not "${text}".`);
  return text;
}

/** Where the services find them, and the administrator of the database. */
function serversOfEnvironment({ postgres: password }: Secrets): Servers {
  const host = valueOf('DATABASE_HOST') ?? 'localhost';
  const kafka = kafkaOfEnvironment();
  return {
    database: { host, port: Number(valueOf('DATABASE_PORT') ?? 5_432), user: valueOf('DATABASE_ADMIN_USER') ?? 'postgres', password },
    kafka,
    replicationFactor: Number(valueOf('KAFKA_REPLICATION_FACTOR') ?? 1),
    defaultPartitions: DEFAULT_PARTITIONS,
    givesAccess: kafka.sasl !== undefined && accessOfEnvironment() === 'grant',
  };
}
