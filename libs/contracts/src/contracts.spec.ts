import { readdirSync, readFileSync } from 'node:fs';
import { isId, isLocalDate } from '@millrace/kernel';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { breakingChanges, eventDefinitions, type EventSchema, eventSchemas, lostVersions, violationsOf } from './index.js';

const FOLDER = new URL('../events/', import.meta.url);
const committed = new Map(
  readdirSync(FOLDER).map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as EventSchema]),
);
const versions = [...eventDefinitions().values()].flatMap((definition) => definition.versions.map((version) => ({ definition, ...version })));
const types = versions.map(({ type }) => type);

describe('the contracts of events', () => {
  let declared: ReadonlyMap<string, EventSchema>;
  const ajv = new Ajv2020({ strict: false, formats: { uuid: isId, date: isLocalDate } });

  beforeAll(async () => {
    declared = await eventSchemas();
  });

  it('keep every version that was ever written down', () => {
    expect(lostVersions(committed.keys())).toEqual([]);
  });

  it.each(types)('%s is not broken for those who read it', (type) => {
    const schema = committed.get(type);
    expect(schema && breakingChanges(schema, declared.get(type)!)).toEqual([]);
  });

  it.each(types)('%s is written down as it is; if not, run npm run contracts', (type) => {
    const schema = committed.get(type)!;
    expect({ ...schema, examples: schema.examples.slice(0, 1) }).toEqual(JSON.parse(JSON.stringify(declared.get(type))));
  });

  it.each([...committed])('a fact of %s can be read today, as every golden sample that it had', (type, schema) => {
    const [name, version] = [type.slice(0, type.lastIndexOf('.v')), Number(type.slice(type.lastIndexOf('.v') + 2))];
    const definition = eventDefinitions().get(name)!;
    for (const sample of schema.examples) {
      expect(violationsOf(definition.find(version)!.contract, sample, { strict: true })).toEqual([]);
      const newest = definition.upcast(version, sample);
      expect(violationsOf(definition.contract, newest, { strict: true })).toEqual([]);
      expect(definition.keyOf(newest)).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(schema['x-topic']).toBe(definition.topic);
  });

  it.each(versions)('$type means the same to its schema and to our rules', ({ type, contract, example }) => {
    const schema = declared.get(type)!;
    const verdicts = (document: object) => [ajv.validate(schema, document), violationsOf(contract, document, { strict: false }).length === 0];
    expect(verdicts(example)).toEqual([true, true]);
    for (const field of schema.required ?? []) {
      const { [field]: _left, ...rest } = example as Record<string, unknown>;
      expect([field, ...verdicts(rest)]).toEqual([field, false, false]);
    }
    for (const field of Object.keys(schema.properties ?? {})) {
      const absent = schema.required?.includes(field) ? [null] : []; // A field that need not be there is absent when it is null.
      for (const wrong of [...absent, 12.5, '', 'no such value \u0000', [[]], { no: 'such' }]) {
        const [bySchema, byRules] = verdicts({ ...example, [field]: wrong });
        expect([field, wrong, bySchema]).toEqual([field, wrong, byRules]);
      }
    }
  });
});

describe('an event of several versions', () => {
  const passages = versions.filter(({ next }) => next);
  const writable = passages.filter(({ definition, version }) => version >= definition.oldestWritable);

  it.each(passages)('$type does not change the document that it is upcast from', ({ definition, version, example }) => {
    const before = structuredClone(example);
    definition.upcast(version, example);
    expect(example).toEqual(before);
  });

  it.each(passages)('$type has a golden sample of the same stream and topic as the newest', ({ definition, example }) => {
    expect(definition.keyOf(example)).toBe(definition.keyOf(definition.example));
  });

  it.each(writable)('$type holds to its contract when the newest is written in it, and is read as the same fact', ({ definition, version, contract }) => {
    const written = definition.downcast(version, definition.example);
    expect(violationsOf(contract, written, { strict: true })).toEqual([]);
    expect(definition.upcast(version, written)).toEqual(definition.example);
  });
});
