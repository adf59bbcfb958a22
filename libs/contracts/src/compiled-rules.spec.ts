import { validateSync } from 'class-validator';
import { plainToInstance } from 'class-transformer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsRules } from './compiled-rules.js';
import { eventDefinitions } from './index.js';

type Path = readonly (string | number)[];

/** Every place in a document, itself left out. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [[...path, key], ...placesIn(each, [...path, key])]);
}

function put(document: object, path: Path, value: unknown): object {
  const copy = structuredClone(document) as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete parent[path.at(-1)!];
  else parent[path.at(-1)!] = value;
  return copy;
}

const single = fc.oneof(
  fc.constantFrom(undefined, '', 0, -1, 1.5, true, '0', '-0', '1e3', '12.50', '-12.50', 'GB', 'gb', '2026-02-30', '2026-02-28'),
  fc.string(),
  fc.uuid(),
);
const odd = fc.oneof(single, fc.constantFrom(null, [], {}, [[]], [null], [{}]));

describe.each([...eventDefinitions().values()].map((definition) => [definition.type, definition] as const))(
  'the compiled rules of %s',
  (_, { contract, example }) => {
    const slow = (document: object) => validateSync(plainToInstance(contract, document), { forbidUnknownValues: true }).length === 0;

    it('say yes to what is told', () => {
      expect(keepsRules(contract, example)).toBe(true);
      expect(slow(example)).toBe(true);
    });

    const inside = placesIn(example);
    const fields = inside.filter((path) => !/^[0-9]+$/.test(String(path.at(-1))));

    it('never say yes where class-validator says no', () => {
      fc.assert(
        fc.property(fc.constantFrom(...inside), odd, (path, value) => {
          const document = put(example, path, value);
          expect(keepsRules(contract, document) && !slow(document)).toBe(false);
        }),
        { numRuns: 200 },
      );
    });

    it('say what class-validator says of every single value', () => {
      fc.assert(
        fc.property(fc.constantFrom(...fields), single, (path, value) => {
          const document = put(example, path, value);
          expect(keepsRules(contract, document)).toBe(slow(document));
        }),
        { numRuns: 200 },
      );
    });
  },
);
