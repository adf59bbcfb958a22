import { type EventDefinition, eventDefinitions, JsonRefused, parseStrictJson, type ReceivedEvent, type Violation, violationsOf } from '@millrace/contracts';
import { readEnvelope } from './envelope.js';
import { partitionOf } from './kafka/partition-of.js';
import { EventTooLarge, failureOf, MAX_EVENT_BYTES, PermanentError } from './protocol/failure.js';
import type { Reading } from './protocol/drainer.js';
import type { Delivery, Failure } from './protocol/ports.js';
import type { Routing } from './protocol/runner.js';
import type { BrokerRecord } from './record.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Records without a readable envelope are no consumer's; they are parked under this one, each a stream of its own. */
export const UNREADABLE = 'unreadable';

/**
 * Reads records for a process with these consumers: valid events of the newest version for each consumer that takes the
 * type, parked ones where the contract is broken, nothing but the name of a type that nobody takes.
 */
export function routing(consumersOf: ReadonlyMap<string, readonly string[]>, serviceName: string, read: Reading = readEvent): Routing {
  return (record) => {
    const envelope = readEnvelope(record);
    if (typeof envelope === 'string') return [unreadable(record, envelope, serviceName)];
    const name = envelope.type.slice(0, envelope.type.lastIndexOf('.v'));
    const consumers = consumersOf.get(name);
    if (!consumers) return { unknownType: envelope.type };
    const position = { topic: record.topic, key: envelope.key, sequence: envelope.sequence };
    let outcome: { event: ReceivedEvent; failure?: undefined } | { event?: undefined; failure: Failure };
    try {
      outcome = { event: read(record) };
    } catch (error) {
      outcome = { failure: failureOf(error) };
    }
    return consumers.map((consumer): Delivery => ({ consumer, companyId: envelope.companyId, position, record, ...outcome }));
  };
}

/**
 * Reads only what lies where its key belongs: elsewhere nothing says what came before it.
 *
 * @param partitionsOf How many partitions a topic has; undefined where that is not known, and then nothing is said.
 */
export function inItsPartition(partitionsOf: (topic: string) => number | undefined, read: Reading = readEvent): Reading {
  return (record) => {
    const { topic, partition, rawKey } = record;
    const count = partitionsOf(topic);
    if (rawKey && count && partition !== partitionOf(rawKey, count)) {
      throw new PermanentError('key-mismatch', `the record lies in partition ${partition}, its key belongs in ${partitionOf(rawKey, count)} of ${count}`);
    }
    return read(record);
  };
}

function unreadable(record: BrokerRecord, message: string, serviceName: string): Delivery {
  const key = `${record.partition}:${record.offset}`;
  return {
    consumer: `${serviceName}.${UNREADABLE}`,
    companyId: null,
    position: { topic: record.topic, key, sequence: 1 },
    record,
    failure: { code: 'envelope-broken', message },
  };
}

/**
 * A record as an event of the newest version of its type, in whichever version it was written.
 *
 * @throws PermanentError when it breaks its contract or is of a version that this program does not know.
 */
export const readEvent: Reading = eventReader(eventDefinitions());

/** The same for a program that knows these events. */
export function eventReader(known: ReadonlyMap<string, EventDefinition>): Reading {
  return (record) => {
    const envelope = readEnvelope(record);
    if (typeof envelope === 'string') throw new PermanentError('envelope-broken', envelope);
    const at = envelope.type.lastIndexOf('.v');
    const definition = known.get(envelope.type.slice(0, at));
    if (!definition) throw new PermanentError('unknown-type', `${envelope.type} is not known here`);
    if (definition.topic !== record.topic) throw new PermanentError('wrong-topic', `${envelope.type} belongs on ${definition.topic}`);
    const data = newest(definition, Number(envelope.type.slice(at + 2)), parse(record.value));
    if (definition.keyOf(data) !== envelope.key) throw new PermanentError('key-mismatch', `${definition.keyField} is not the key of the record`);
    return { ...envelope, type: definition.type, topic: record.topic, data };
  };
}

/** What was written holds to the contract of its own version, and what becomes of it to the newest. */
function newest(definition: EventDefinition, version: number, data: object): object {
  if (version > definition.version) {
    throw new PermanentError(
      'unsupported-version',
      `${definition.name} is known up to version ${definition.version}, not ${version}: update this service, then replay`,
    );
  }
  const written = definition.find(version);
  if (!written) throw new PermanentError('unsupported-version', `${definition.name} of version ${version} can no longer be read`);
  check(written.type, violationsOf(written.contract, data, { strict: false }));
  if (version === definition.version) return data;
  const upcast = definition.upcast(version, data);
  check(`${written.type} read as version ${definition.version}`, violationsOf(definition.contract, upcast, { strict: false }));
  return upcast;
}

function check(what: string, violations: readonly Violation[]): void {
  if (violations.length === 0) return;
  const shown = violations.slice(0, 5).map(({ pointer, detail }) => `${pointer} ${detail}`);
  throw new PermanentError('contract-broken', `${what}: ${shown.join('; ')}`);
}

function parse(value: Buffer | null): object {
  if (value === null) throw new PermanentError('tombstone', 'the record has no body');
  if (value.length > MAX_EVENT_BYTES) throw new EventTooLarge(`the body has ${value.length} bytes, more than ${MAX_EVENT_BYTES}`);
  let data: unknown;
  try {
    data = parseStrictJson(utf8.decode(value));
  } catch (error) {
    throw new PermanentError('not-json', error instanceof JsonRefused ? `the body ${error.message}` : 'the body is not UTF-8');
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new PermanentError('not-json', 'the body is not a JSON object');
  return data;
}
