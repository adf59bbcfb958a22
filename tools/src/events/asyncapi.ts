import type { EventSchema, EventVersion, JsonSchema } from '@millrace/contracts';
import type { DeclaredConsumer } from './declared-consumers.js';
import type { EventFacts } from './event-facts.js';

const REFERENCE = '#/$defs/';
const SCHEMAS = '#/components/schemas/';
/** Of the binding of Kafka to AsyncAPI. */
const BINDING = '0.5.0';

const uuid = { type: 'string', format: 'uuid' };
const text = { type: 'string', maxLength: 200 };

/** The headers of every record: CloudEvents in Kafka's binary mode. */
const ENVELOPE = {
  type: 'object',
  properties: {
    'content-type': { type: 'string', enum: ['application/json'] },
    ce_specversion: { type: 'string', enum: ['1.0'] },
    ce_id: { ...uuid, description: 'Of this fact; the same however often it is delivered.' },
    ce_type: { type: 'string', description: 'The fact with its version.' },
    ce_source: { type: 'string', description: 'The service that tells it.' },
    ce_subject: { type: 'string', description: 'The key of the record: what the stream is about.' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it was recorded.' },
    ce_dataschema: { type: 'string' },
    ce_sequence: { type: 'string', pattern: '^[1-9][0-9]{0,14}$', description: 'Its place in the stream of this topic and key: 1, 2, 3 … without gap.' },
    ce_company: uuid,
    ce_actor: { ...text, description: 'Who caused it.' },
    ce_correlationid: { ...text, description: 'The request or fact at the start of the chain.' },
    ce_causationid: { ...text, description: 'The fact that led here, if one did.' },
    traceparent: { type: 'string', description: 'W3C trace context.' },
  },
  required: ['ce_specversion', 'ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_time', 'ce_sequence', 'ce_company'],
};

/** The events of the suite in AsyncAPI 3: a channel for each topic, a message for each version, an operation for each who tells or takes. */
export function asyncApiOf(events: readonly EventFacts[], schemas: ReadonlyMap<string, EventSchema>, consumers: readonly DeclaredConsumer[]): object {
  const byTopic = [...Map.groupBy(events, ({ definition }) => definition.topic)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const all = events.flatMap((facts) => facts.definition.versions.map((version) => ({ facts, version })));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Millrace',
      version: '1.0.0',
      description: 'The facts that the services of the suite tell each other. A topic is kept for ever; facts of one key are in order.',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(byTopic.map(([topic, told]) => [topic, channelOf(topic, told)])),
    operations: Object.fromEntries(byTopic.flatMap(([topic, told]) => [...tellingOf(topic, told), ...takingOf(topic, told, consumers)])),
    components: {
      messages: Object.fromEntries(all.map(({ facts, version }) => [version.type, messageOf(facts, version)])),
      schemas: { Envelope: ENVELOPE, ...Object.assign({}, ...all.map(({ version: { type } }) => schemasOf(type, schemas.get(type)!))) },
    },
  };
}

const versionsOf = (events: readonly EventFacts[]) => events.flatMap(({ definition }) => definition.versions);

function channelOf(topic: string, events: readonly EventFacts[]): object {
  const messages = Object.fromEntries(versionsOf(events).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]));
  return { address: topic, description: `Keyed by \`${events[0]!.definition.keyField}\`.`, messages, bindings: { kafka: { topic, bindingVersion: BINDING } } };
}

function operationOf(action: 'send' | 'receive', topic: string, events: readonly EventFacts[]): object {
  const channel = `#/channels/${topic}`;
  return { action, channel: { $ref: channel }, messages: versionsOf(events).map(({ type }) => ({ $ref: `${channel}/messages/${type}` })) };
}

function tellingOf(topic: string, events: readonly EventFacts[]): [string, object][] {
  return [[`${events[0]!.definition.service}.tells.${topic}`, operationOf('send', topic, events)]];
}

function takingOf(topic: string, events: readonly EventFacts[], consumers: readonly DeclaredConsumer[]): [string, object][] {
  return consumers.flatMap(({ name, types }): [string, object][] => {
    const taken = events.filter(({ definition }) => types.includes(definition.name));
    return taken.length === 0 ? [] : [[`${name}.takes.${topic}`, operationOf('receive', topic, taken)]];
  });
}

function messageOf({ definition, tells }: EventFacts, { type, version, example }: EventVersion): object {
  return {
    name: type,
    title: `${definition.name}, version ${version}`,
    description: tells,
    contentType: 'application/json',
    headers: { $ref: `${SCHEMAS}Envelope` },
    payload: { $ref: `${SCHEMAS}${type}` },
    correlationId: { location: '$message.header#/ce_correlationid' },
    bindings: { kafka: { key: uuid, bindingVersion: BINDING } },
    examples: [{ payload: example }],
  };
}

/** A schema and its parts, under names of their own in the one document. */
function schemasOf(type: string, { $schema: _dialect, $id: _id, $defs = {}, examples: _examples, ...schema }: EventSchema): Record<string, object> {
  return Object.fromEntries([[type, schema as JsonSchema] as const, ...Object.entries($defs)].map(([name, each]) => [name, pointed(each)]));
}

function pointed(schema: JsonSchema): JsonSchema {
  const { $ref, properties, items } = schema;
  return {
    ...schema,
    ...($ref ? { $ref: $ref.replace(REFERENCE, SCHEMAS) } : {}),
    ...(properties ? { properties: Object.fromEntries(Object.entries(properties).map(([field, each]) => [field, pointed(each)])) } : {}),
    ...(items ? { items: pointed(items) } : {}),
  };
}
