/** Where clients come in: by SCRAM, and only to what they were given. */
export const CLIENT_DOOR = 'CLIENT';
/** Where brokers talk to each other and who looks after them comes in; never beyond loopback, since PLAIN shows the secret. */
export const INTERNAL_DOOR = 'INTERNAL';
const CONTROLLER_DOOR = 'CONTROLLER';

/** Who looks after a broker: users, rights and topics. The only person who may do everything. */
export const BROKER_ADMIN = 'admin';
/** The brokers of a cluster among themselves. */
const BROKER_ITSELF = 'broker';

/** What must be known before a broker has any user: these two stand in its configuration, all others in its own metadata. */
export type BrokerSecrets = Readonly<{ broker: string; admin: string }>;

/**
 * Settings of a broker that lets nobody in without credentials and nobody do what was not granted. None is a secret.
 *
 * @param moreDoors for clients, beside `CLIENT`.
 */
export function securitySettings(moreDoors: readonly string[] = []): Record<string, string> {
  const clientDoors = [CLIENT_DOOR, ...moreDoors];
  const internalDoors = [INTERNAL_DOOR, CONTROLLER_DOOR];
  return {
    'listener.security.protocol.map': [...internalDoors, ...clientDoors].map((door) => `${door}:SASL_PLAINTEXT`).join(),
    'inter.broker.listener.name': INTERNAL_DOOR,
    'controller.listener.names': CONTROLLER_DOOR,
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.mechanism.controller.protocol': 'PLAIN',
    ...mechanisms(internalDoors, 'PLAIN'),
    ...mechanisms(clientDoors, 'SCRAM-SHA-512'),
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found': 'false',
    'super.users': `User:${BROKER_ADMIN};User:${BROKER_ITSELF}`,
  };
}

/** The settings that are secret: by what each door knows who comes. */
export function loginSettings({ broker, admin }: BrokerSecrets, moreDoors: readonly string[] = []): Record<string, string> {
  const itself = `username="${BROKER_ITSELF}" password="${broker}" user_${BROKER_ITSELF}="${broker}"`;
  const plain = (door: string, users: string) => [login(door, 'plain'), `org.apache.kafka.common.security.plain.PlainLoginModule required ${users};`];
  const scram = (door: string) => [login(door, 'scram-sha-512'), 'org.apache.kafka.common.security.scram.ScramLoginModule required;'];
  return Object.fromEntries([
    plain(INTERNAL_DOOR, `${itself} user_${BROKER_ADMIN}="${admin}"`),
    plain(CONTROLLER_DOOR, itself),
    ...[CLIENT_DOOR, ...moreDoors].map(scram),
  ]) as Record<string, string>;
}

export const asProperties = (settings: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** The same as variables, as the image apache/kafka reads them. */
export const asVariables = (settings: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [variableOf(name), value]));

const variableOf = (name: string) => `KAFKA_${name.replaceAll('_', '__').replaceAll('-', '___').replaceAll('.', '_').toUpperCase()}`;

const mechanisms = (doors: readonly string[], mechanism: string) =>
  Object.fromEntries(doors.map((door) => [`listener.name.${door.toLowerCase()}.sasl.enabled.mechanisms`, mechanism]));

const login = (door: string, mechanism: string) => `listener.name.${door.toLowerCase()}.${mechanism}.sasl.jaas.config`;
