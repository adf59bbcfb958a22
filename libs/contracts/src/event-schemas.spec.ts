import { describe, expect, it } from 'vitest';
import { earlier, EventDefinition } from './define-event.js';
import { breakingChanges, type EventSchema, type JsonSchema, lostVersions, withSamplesOf } from './event-schemas.js';

const line: JsonSchema = { properties: { lineNo: { type: 'integer', minimum: 1 } }, required: ['lineNo'] };
const before: JsonSchema = {
  'x-key': 'orderId',
  properties: {
    orderId: { type: 'string', format: 'uuid' },
    policy: { type: 'string', enum: ['refuse', 'wait'] },
    note: { type: 'string' },
    lines: { type: 'array', items: { $ref: '#/$defs/Line' } },
  },
  required: ['orderId', 'policy', 'lines'],
  $defs: { Line: line },
};

function changed(change: (schema: Record<string, never>) => void): string[] {
  const after = structuredClone(before);
  change(after as Record<string, never>);
  return breakingChanges(before, after);
}

// oxlint-disable-next-line no-explicit-any -- a change reaches into a schema of any depth
type Loose = any;

describe('a change within one version of an event', () => {
  it('breaks nothing when it adds a field that need not be there, or says more about one', () => {
    const change = (schema: Loose) => {
      schema.properties.colour = { type: 'string' };
      schema.properties.note.description = 'Shown to the customer';
      schema.examples = [{}];
    };
    expect(changed(change)).toEqual([]);
  });

  it.each<[what: string, change: (schema: Loose) => void, told: string]>([
    ['a field is removed', (schema) => delete schema.properties.note, '/note was removed'],
    ['a new field must be there', (schema) => Object.assign(schema.properties, { at: {} }) && schema.required.push('at'), '/at must now be there'],
    ['an old field must now be there', (schema) => schema.required.push('note'), '/note must now be there'],
    ['a field need no longer be there', (schema) => schema.required.shift(), '/orderId need no longer be there'],
    ['a type changes', (schema) => (schema.properties.note.type = 'integer'), 'type of /note was "string" and is "integer"'],
    ['a format goes', (schema) => delete schema.properties.orderId.format, 'format of /orderId was "uuid" and is undefined'],
    ['a value is added', (schema) => schema.properties.policy.enum.push('ask'), 'enum of /policy was ["refuse","wait"] and is ["refuse","wait","ask"]'],
    ['a value is taken away', (schema) => schema.properties.policy.enum.pop(), 'enum of /policy was ["refuse","wait"] and is ["refuse"]'],
    ['the key changes', (schema) => (schema['x-key'] = 'note'), 'x-key of the document was "orderId" and is "note"'],
    ['a line changes', (schema) => (schema.$defs.Line.properties.lineNo.minimum = 0), 'minimum of /lines/*/lineNo was 1 and is 0'],
    ['a field of a line is renamed', (schema) => (schema.$defs.Line.properties = { no: {} }), '/lines/*/lineNo was removed'],
  ])('is named when %s', (_what, change, told) => {
    expect(changed(change)).toContain(told);
  });
});

describe('the golden samples of a version', () => {
  const of = (...examples: object[]): EventSchema => ({ ...before, $id: '/schemas/orders.placed.v1', 'x-topic': 'orders.order', 'x-key': 'orderId', examples });

  it('stay when another takes their place, each of them once', () => {
    const [first, second] = [{ orderId: 'a', policy: 'wait' }, { orderId: 'b' }];
    expect(withSamplesOf(of(first), of(second)).examples).toEqual([second, first]);
    expect(withSamplesOf(of(second, first), of(second)).examples).toEqual([second, first]);
  });
});

describe('the versions of an event that were written down', () => {
  class Order {
    readonly orderId!: string;
  }
  const example = { orderId: '0199a1b0-0000-7000-8000-000000000041' };
  const before = earlier({ changed: 'Nothing.', data: Order, example, upcast: (old): Order => old });
  const placed = new EventDefinition({ type: 'orders.placed', version: 3, topic: 'orders.order', key: 'orderId', data: Order, example, before });
  const declared = new Map([['orders.placed', placed as EventDefinition]]);

  it('can be read when they are the newest or declared before it', () => {
    expect(lostVersions(['orders.placed.v2', 'orders.placed.v3'], declared)).toEqual([]);
  });

  it.each([
    ['orders.placed.v1', 'orders.placed.v1 can no longer be read: declare it as the version before orders.placed.v2'],
    ['orders.placed.v4', 'orders.placed.v4 is newer than version 3, which is declared: declare the newer one'],
    ['orders.gone.v1', 'orders.gone.v1 is no longer declared: declare it again'],
  ])('are lost when %s is there', (type, told) => {
    expect(lostVersions([type, 'orders.placed.v3'], declared)).toEqual([told]);
  });
});
