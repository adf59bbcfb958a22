import kafkajs, { type AclEntry, type Admin } from 'kafkajs';
import { kafkaClient, type KafkaSettings } from '../kafka-client.js';
import { withAdmin } from '../topics.js';
import type { Operation, Right } from './rights.js';
import { type BrokerUser, setPasswords } from './scram-users.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** Somebody who comes to the broker, and all that they may do there. */
export type Access = BrokerUser & Readonly<{ rights: readonly Right[] }>;

const OPERATIONS: Readonly<Record<Operation, number>> = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  describe: AclOperationTypes.DESCRIBE,
  'describe-configs': AclOperationTypes.DESCRIBE_CONFIGS,
  delete: AclOperationTypes.DELETE,
};

const EVERYTHING = {
  resourceType: AclResourceTypes.ANY,
  resourcePatternType: ResourcePatternTypes.ANY,
  operation: AclOperationTypes.ANY,
  permissionType: AclPermissionTypes.ANY,
};

/**
 * Lets these people in with these rights and no others: what is missing is granted, and what they have beyond is taken away.
 * The rights of everybody else are left alone. Names of users carry the prefix, as topics and groups do.
 *
 * @param settings of an administrator of the broker.
 */
export async function grantAccess(settings: KafkaSettings, people: readonly Access[]): Promise<void> {
  const prefixed = people.map((each) => ({ ...each, name: `${settings.prefix}${each.name}` }));
  const wanted = new Map(
    prefixed.flatMap(({ name, rights }) => rights.flatMap((right) => entriesOf(name, right, settings.prefix))).map((entry) => [keyOf(entry), entry]),
  );
  await withAdmin(
    kafkaClient(settings, () => {}),
    (admin) => align(admin, wanted, new Set(prefixed.map(({ name }) => principal(name)))),
  );
  await setPasswords(settings, prefixed); // Last, so that nobody who is new comes in before they may do what they came for.
}

async function align(admin: Admin, wanted: ReadonlyMap<string, AclEntry>, principals: ReadonlySet<string>): Promise<void> {
  const { resources } = await admin.describeAcls(EVERYTHING);
  const all = resources.flatMap(({ acls, ...resource }) => acls.map((acl): AclEntry => ({ ...resource, ...acl })));
  const found = new Map(all.filter((entry) => principals.has(entry.principal)).map((entry) => [keyOf(entry), entry]));
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, entry]) => entry);
  const excess = [...found].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry);
  if (missing.length > 0) await admin.createAcls({ acl: missing });
  if (excess.length > 0) await admin.deleteAcls({ filters: excess });
}

function entriesOf(user: string, { on, name, begins, may }: Right, prefix: string): AclEntry[] {
  return may.map((operation) => ({
    resourceType: on === 'topic' ? AclResourceTypes.TOPIC : AclResourceTypes.GROUP,
    resourceName: `${prefix}${name}`,
    resourcePatternType: begins ? ResourcePatternTypes.PREFIXED : ResourcePatternTypes.LITERAL,
    principal: principal(user),
    host: '*',
    operation: OPERATIONS[operation],
    permissionType: AclPermissionTypes.ALLOW,
  }));
}

const principal = (user: string) => `User:${user}`;

const keyOf = ({ resourceType, resourcePatternType, resourceName, principal: who, host, operation, permissionType }: AclEntry) =>
  [resourceType, resourcePatternType, resourceName, who, host, operation, permissionType].join(' ');
