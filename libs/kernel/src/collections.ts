import { Quantity } from './quantity.js';

/** Total quantity by key, in the order in which the keys first occur. */
export function sumBy<T>(lines: Iterable<T>, key: (line: T) => string, quantity: (line: T) => Quantity): Map<string, Quantity> {
  const totals = new Map<string, Quantity>();
  for (const line of lines) totals.set(key(line), (totals.get(key(line)) ?? Quantity.zero).plus(quantity(line)));
  return totals;
}

export function groupBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

export function indexBy<T, K>(items: Iterable<T>, key: (item: T) => K): Map<K, T> {
  const index = new Map<K, T>();
  for (const item of items) index.set(key(item), item);
  return index;
}

export function unique<T>(items: Iterable<T>): T[] {
  return [...new Set(items)];
}
