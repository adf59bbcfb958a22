import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventDefinitions, type EventSchema, violationsOf } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { envelopeOf, routing } from '@millrace/messaging';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { type ServiceName, SERVICES } from '../site/topology.js';
import { readContractComments } from './contract-comments.js';
import { type DeclaredConsumer, declaredConsumers } from './declared-consumers.js';
import { EVENT_DOCUMENTS, eventDocuments } from './documents.js';
import { eventFacts } from './event-facts.js';

const SAMPLES = join(ROOT, 'libs/contracts/events');
const ASYNCAPI = join(ROOT, 'node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json');

/** The golden samples of every version that was ever written down. */
const samples = readdirSync(SAMPLES).flatMap((file) => {
  const { examples } = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as EventSchema;
  const type = file.replace(/\.json$/, '');
  return examples.map((sample) => ({ type, name: type.slice(0, type.lastIndexOf('.v')), sample }));
});

/** A golden sample as its producer put it on the log. */
function recordOf(type: string, name: string, sample: object) {
  const definition = eventDefinitions().get(name)!;
  const key = definition.keyOf(sample);
  const cause = { companyId: newId(), actor: 'tester', correlationId: 'c-1' };
  const headers = { ...envelopeOf(definition.of(sample), cause, new Date(), type), ce_sequence: '1' };
  return { topic: definition.topic, partition: 0, offset: '0', key, headers, value: Buffer.from(JSON.stringify(sample)) };
}

describe('the events of the suite', () => {
  let consumers: DeclaredConsumer[];

  /** What the consumers of a service are handed of a record. */
  const deliveriesTo = (service: ServiceName, record: ReturnType<typeof recordOf>) => {
    const subscriptions = consumers.flatMap((each) => (each.service === service ? each.types.map((taken) => ({ taken, name: each.name })) : []));
    const names = Map.groupBy(subscriptions, ({ taken }) => taken);
    const routed = routing(new Map([...names].map(([taken, of]) => [taken, of.map(({ name }) => name)])), service)(record);
    return Array.isArray(routed) ? routed : [];
  };

  beforeAll(async () => {
    consumers = await declaredConsumers(ROOT);
  }, 120_000);

  it('are taken by consumers that each service names, none of them twice', () => {
    expect(new Set(consumers.map(({ service }) => service))).toEqual(new Set(SERVICES.filter((service) => service !== 'identity')));
    expect(consumers.map(({ name }) => name)).toEqual([...new Set(consumers.map(({ name }) => name))]);
    expect(consumers.filter(({ service, name }) => !name.startsWith(`${service}.`))).toEqual([]);
    expect(consumers.flatMap(({ types }) => types).filter((type) => !eventDefinitions().has(type))).toEqual([]);
  });

  it('are taken by those that their contracts name', () => {
    expect(eventFacts(readContractComments(ROOT), consumers).flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });

  it.each(samples)('of $type reach every consumer that takes them, in the newest version', ({ type, name, sample }) => {
    const definition = eventDefinitions().get(name)!;
    const deliveries = SERVICES.flatMap((service) => deliveriesTo(service, recordOf(type, name, sample)));
    const takers = consumers.filter(({ types }) => types.includes(name)).map((consumer) => consumer.name);
    const reached = deliveries.map(({ consumer, event, failure }) => ({ consumer, type: event?.type, failure }));
    expect(reached).toEqual(takers.map((consumer) => ({ consumer, type: definition.type, failure: undefined })));
    expect(deliveries.flatMap(({ event }) => violationsOf(definition.contract, event!.data, { strict: true }))).toEqual([]);
  });

  describe('are documented', () => {
    let documents: ReadonlyMap<string, string>;

    beforeAll(async () => {
      documents = await eventDocuments(ROOT, consumers);
    });

    it('by a page for each, and no other', () => {
      expect(readdirSync(join(ROOT, EVENT_DOCUMENTS)).toSorted()).toEqual([...documents.keys()].toSorted());
    });

    it('as they are; if not, run npm run contracts', () => {
      const committed = new Map([...documents.keys()].map((file) => [file, readFileSync(join(ROOT, EVENT_DOCUMENTS, file), 'utf8')]));
      expect(committed).toEqual(documents);
    });

    it('in a document that AsyncAPI 3 allows, whose references all lead somewhere', () => {
      const document = JSON.parse(documents.get('asyncapi.json')!) as object;
      const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(ASYNCAPI, 'utf8')) as object);
      expect({ valid: validate(document), errors: validate.errors }).toEqual({ valid: true, errors: null });
      const pointers = [...documents.get('asyncapi.json')!.matchAll(/"\$ref": "#\/([^"]+)"/g)].map(([, pointer]) => pointer!);
      expect(pointers.length).toBeGreaterThan(samples.length);
      const leads = (pointer: string) => pointer.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
      expect(pointers.filter((pointer) => leads(pointer) === undefined)).toEqual([]);
    });
  });
});
