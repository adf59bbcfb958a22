import { type Contract, partsOf } from '@millrace/contracts';
import type { AnyList, Reference } from './list.js';
import { refuseParameter, shortened } from './refuse.js';

/** A reference to be shown in full, and those of what it leads to. */
export type Expansion = Readonly<{
  name: string /** The parts of a row that have it, such as `lines`. */;
  within: readonly string[];
  reference: Reference;
  further: readonly Expansion[];
}>;

export const DEEPEST = 3;
const PATHS = 20;

/** The references that rows of a class have, by their place; those of parts that it does not show are left out. */
export function referencesIn(list: AnyList, row: Contract<object>): readonly (readonly [place: string, reference: Reference])[] {
  return Object.entries(list.references ?? {}).filter(([place]) => hasParts(row, place.split('.').slice(0, -1)));
}

function hasParts(row: Contract<object>, [part, ...rest]: readonly string[]): boolean {
  if (part === undefined) return true;
  const found = partsOf(row).get(part) as Contract<object> | undefined;
  return found !== undefined && hasParts(found, rest);
}

/** Every path that can be expanded, at most three steps long: what `expand` takes. */
export function pathsOf(list: AnyList, row: Contract<object> = list.row, steps = DEEPEST): string[] {
  return referencesIn(list, row).flatMap(([place, { list: to }]) => {
    const left = steps - place.split('.').length;
    return left < 0 ? [] : [place, ...pathsOf(to(), undefined, left).map((path) => `${place}.${path}`)];
  });
}

/**
 * What `expand=customer,lines.item` asks for, as a tree: each reference once.
 *
 * @throws ProblemException 400 for a path that there is not, or that goes deeper than three steps.
 */
export function expansionsOf(asked: unknown, list: AnyList | undefined, row: Contract<object>): readonly Expansion[] {
  if (asked === undefined) return [];
  if (typeof asked !== 'string') throw refuseParameter('expand', 'must be given once');
  const paths = asked.split(',');
  if (paths.length > PATHS) throw refuseParameter('expand', `takes at most ${PATHS} paths`);
  const known = list ? pathsOf(list, row) : [];
  const deep = paths.find((path) => path.split('.').length > DEEPEST);
  if (deep !== undefined) throw refuseParameter('expand', `${shortened(deep)} is more than ${DEEPEST} steps deep`);
  const unknown = paths.find((path) => !known.includes(path));
  if (unknown !== undefined) {
    const words = known.length === 0 ? 'there is nothing to expand here' : `what can be expanded is ${known.join(', ')}`;
    throw refuseParameter('expand', `there is no reference ${JSON.stringify(shortened(unknown))}; ${words}`);
  }
  return list ? treeOf(paths, list, row) : [];
}

function treeOf(paths: readonly string[], list: AnyList, row: Contract<object>): Expansion[] {
  return referencesIn(list, row).flatMap(([place, reference]) => {
    const through = paths.filter((path) => path === place || path.startsWith(`${place}.`));
    if (through.length === 0) return [];
    const rest = through.filter((path) => path !== place).map((path) => path.slice(place.length + 1));
    const [name, ...within] = place.split('.').reverse() as [string, ...string[]];
    const to = reference.list();
    return [{ name, within: within.reverse(), reference, further: treeOf(rest, to, to.row) }];
  });
}
