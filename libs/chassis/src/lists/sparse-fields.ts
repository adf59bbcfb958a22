import { type Contract, fieldNamesOf, partsOf } from '@millrace/contracts';
import type { Expansion } from './expansions.js';
import { refuseParameter, shortened } from './refuse.js';

/** The fields to be shown, in the order that they were asked for: `number`, `lines.sku`. */
export type Fields = readonly string[];

const PATHS = 100;

/**
 * What `fields=number,lines.sku` asks for; undefined when it does not ask, and everything is shown.
 *
 * @throws ProblemException 400 that names the fields there are.
 */
export function fieldsOfQuery(asked: unknown, row: Contract<object>, expansions: readonly Expansion[]): Fields | undefined {
  if (asked === undefined) return undefined;
  if (typeof asked !== 'string') throw refuseParameter('fields', 'must be given once');
  const fields = asked.split(',');
  if (fields.length > PATHS) throw refuseParameter('fields', `takes at most ${PATHS} fields`);
  for (const field of fields) {
    const fault = faultOf(field.split('.'), row, expansions);
    if (fault !== undefined) throw refuseParameter('fields', `there is no field ${JSON.stringify(shortened(field))}; ${fault}`);
  }
  return [...new Set(fields)];
}

function faultOf([name = '', ...rest]: readonly string[], row: Contract<object>, expansions: readonly Expansion[]): string | undefined {
  const expansion = expansions.find((each) => each.within.length === 0 && each.name === name);
  const known = [...fieldNamesOf(row), ...expansions.filter(({ within }) => within.length === 0).map((each) => each.name)];
  if (!known.includes(name)) return `the fields are ${known.join(', ')}`;
  if (rest.length === 0) return undefined;
  if (expansion) return faultOf(rest, expansion.reference.list().row as Contract<object>, expansion.further);
  const part = partsOf(row).get(name) as Contract<object> | undefined;
  if (!part) return `${name} has no fields of its own`;
  const within = expansions.filter((each) => each.within[0] === name).map((each) => ({ ...each, within: each.within.slice(1) }));
  return faultOf(rest, part, within);
}

/** Every field that rows of a class have, and those of their parts. */
export function fieldPathsOf(row: Contract<object>): string[] {
  const parts = partsOf(row);
  return fieldNamesOf(row).flatMap((field) => {
    const part = parts.get(field);
    return part ? [field, ...fieldNamesOf(part).map((each) => `${field}.${each}`)] : [field];
  });
}

/** What is shown when some fields and some references were asked for: whoever expands a reference wants to see it. */
export function shownFields(fields: Fields, expansions: readonly Expansion[]): Fields {
  const unnamed = expansions.map(({ within, name }) => [...within, name].join('.')).filter((path) => !fields.some((field) => touches(field, path)));
  return [...fields, ...unnamed];
}

const touches = (field: string, path: string) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`);

type Tree = Map<string, Tree>;

/** A document with these fields alone; of lists, each element with them. */
export function picked(document: unknown, fields: Fields): unknown {
  const tree: Tree = new Map();
  for (const field of fields) {
    let at = tree;
    for (const name of field.split('.')) {
      const next: Tree = at.get(name) ?? new Map();
      at.set(name, next);
      at = next;
    }
  }
  const whole = new Set(fields);
  return pick(document, tree, '', whole);
}

function pick(value: unknown, tree: Tree, path: string, whole: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => pick(each, tree, path, whole));
  if (typeof value !== 'object' || value === null) return value;
  const from = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    [...tree]
      .filter(([name]) => from[name] !== undefined)
      .map(([name, below]) => {
        const here = `${path}${name}`;
        return [name, whole.has(here) ? from[name] : pick(from[name], below, `${here}.`, whole)];
      }),
  );
}

/** What a field says of a row, for a cell of a table: of a list, what it says of each element. */
export function valueAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined || value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => valueAt(each, [name, ...rest]));
  return valueAt((value as Readonly<Record<string, unknown>>)[name], rest);
}
