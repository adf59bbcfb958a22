import kafkajs, { type AclEntry, type Admin } from 'kafkajs';
import { kafkaClient, type KafkaSettings } from '../kafka-client.js';
import { withAdmin } from '../topics.js';
import { isOfSuite, type Operation, type Right } from './rights.js';
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
 * Lets these people in with these rights: what is missing is granted, and what they may do beyond that with topics and groups of
 * the suite is taken away. The rights of everybody else, those on anything else, and what somebody has forbidden are left alone.
 * Names of users carry the prefix, as topics and groups do.
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
    async (admin) => {
      const found = await entriesFor(admin, new Set(prefixed.map(({ name }) => principal(name))));
      const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, entry]) => entry);
      const excess = [...found].filter(([key, entry]) => !wanted.has(key) && isOurs(entry, settings.prefix)).map(([, entry]) => entry);
      if (missing.length > 0) await admin.createAcls({ acl: missing });
      await setPasswords(settings, prefixed); // Nobody who is new comes in before they may do what they came for.
      if (excess.length > 0) await admin.deleteAcls({ filters: excess }); // Last: a fault before it takes nothing from who is at work.
    },
  );
}

async function entriesFor(admin: Admin, principals: ReadonlySet<string>): Promise<Map<string, AclEntry>> {
  const { resources } = await admin.describeAcls(EVERYTHING);
  const all = resources.flatMap(({ acls, ...resource }) => acls.map((acl): AclEntry => ({ ...resource, ...acl })));
  return new Map(all.filter((entry) => principals.has(entry.principal)).map((entry) => [keyOf(entry), entry]));
}

/** Only what is allowed, and only on what the suite calls its own: on a broker that is shared, the rest is somebody else's to say. */
function isOurs({ resourceType, resourceName, permissionType }: AclEntry, prefix: string): boolean {
  const isName = resourceType === AclResourceTypes.TOPIC || resourceType === AclResourceTypes.GROUP;
  return isName && permissionType === AclPermissionTypes.ALLOW && resourceName.startsWith(prefix) && isOfSuite(resourceName.slice(prefix.length));
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
