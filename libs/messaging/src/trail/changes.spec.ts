import type { Table } from '@millrace/persistence';
import { describe, expect, it } from 'vitest';
import { Changes } from './changes.js';

type Price = { id: string; price: number; number: string | null };

const fields = ['id', 'price', 'number'].map((property) => ({ property, primary: property === 'id', json: false }));
let looks = 0;
const TABLE = {
  name: 'item_price',
  get fields() {
    looks += 1;
    return fields;
  },
  plain: (_property: string, value: unknown) => value ?? null,
} as unknown as Table<object>;

const price = (id: string, given: Partial<Price> = {}): Price => ({ id, price: 1, number: null, ...given });
const changed = () => true;
const insert = (changes: Changes, ...rows: Price[]) =>
  changes.inserted(
    rows,
    TABLE,
    fields.map(({ property }) => rows.map((row) => row[property as keyof Price])),
  );
const update = (changes: Changes, ...rows: Price[]) => changes.updated(rows, TABLE, ['price', 'number']);

describe('what commands of one transaction changed', () => {
  it('shows a new row as its maker left it, and what a later command made of it on that one', () => {
    const changes = new Changes(3);
    const row = price('p-1', { price: 10 });
    changes.during(0, () => changes.added(row, TABLE), changed);
    changes.during(1, () => void (row.price = 99), changed);
    changes.during(2, () => {}, changed);
    insert(changes, row);
    expect([0, 1, 2].map((command) => changes.of(command))).toEqual([
      { changes: [{ record: 'item-price', id: 'p-1', after: { price: 10 } }], more: 0 },
      { changes: [{ record: 'item-price', id: 'p-1', before: { price: 10 }, after: { price: 99 } }], more: 0 },
      { changes: [], more: 0 },
    ]);
  });

  it('holds a number to who drew it, also where another changed the row meanwhile', () => {
    const changes = new Changes(2);
    const [made, read] = [price('made'), price('read')];
    changes.loaded(read, TABLE);
    const work = () => {
      changes.added(made, TABLE);
      read.price = 2;
    };
    changes.during(0, work, changed);
    changes.during(1, () => void (made.price = 5), changed);
    const numbers = () => {
      made.number = 'N-1';
      read.number = 'N-2';
    };
    changes.afterwards(0, numbers, () => false);
    changes.afterwards(1, () => {}, changed);
    insert(changes, made);
    update(changes, read);
    expect([0, 1].map((command) => changes.of(command).changes)).toEqual([
      [
        { record: 'item-price', id: 'made', after: { price: 1, number: 'N-1' } },
        { record: 'item-price', id: 'read', before: { price: 1, number: null }, after: { price: 2, number: 'N-2' } },
      ],
      [{ record: 'item-price', id: 'made', before: { price: 1 }, after: { price: 5 } }],
    ]);
  });

  const spent = (work: () => void): number => {
    const before = looks;
    work();
    return looks - before;
  };

  it('costs a command that is alone, or did nothing, no second look', () => {
    const rows = Array.from({ length: 100 }, (_, n) => price(`p-${n}`));
    const looked = (commands: number, look: () => boolean) => {
      const changes = new Changes(commands);
      for (const row of rows) changes.loaded(row, TABLE);
      return spent(() => changes.during(0, () => {}, look));
    };
    expect([looked(1, changed), looked(2, () => false), looked(2, changed)]).toEqual([0, 0, 100]);
  });

  it('is looked for so often and no more; what is found later is counted for each command that it can be of', () => {
    const changes = new Changes(64);
    const rows = Array.from({ length: 10_000 }, (_, n) => price(`p-${n}`));
    for (const row of rows) changes.loaded(row, TABLE);
    const looked = spent(() => {
      for (let command = 0; command < 64; command += 1) changes.during(command, () => void (rows[command]!.price = 7), changed);
    });
    expect(looked).toBe(200_000);
    update(changes, ...rows.slice(0, 64));
    const told = (command: number) => [changes.of(command).changes.map(({ id }) => id), changes.of(command).more];
    expect([0, 19, 20, 63].map(told)).toEqual([
      [['p-0'], 0],
      [['p-19'], 0],
      [[], 44],
      [[], 44],
    ]);
  });

  it('is held to the only command that was not watched, when there is but one', () => {
    const changes = new Changes(2);
    const rows = Array.from({ length: 150_000 }, (_, n) => price(`p-${n}`));
    for (const row of rows) changes.loaded(row, TABLE);
    changes.during(0, () => {}, changed);
    changes.during(1, () => void (rows[0]!.price = 3), changed);
    update(changes, rows[0]!);
    expect([changes.of(0).changes, changes.of(1).changes.map(({ id }) => id)]).toEqual([[], ['p-0']]);
  });

  it('shows a new row as it was made, also where nobody saw who changed it', () => {
    const changes = new Changes(3);
    for (let n = 0; n < 250_000; n += 1) changes.loaded(price(`p-${n}`), TABLE);
    const row = price('new', { price: 10 });
    changes.during(0, () => changes.added(row, TABLE), changed);
    changes.during(1, () => void (row.price = 99), changed);
    changes.during(2, () => {}, changed);
    insert(changes, row);
    expect(changes.of(0).changes).toEqual([{ record: 'item-price', id: 'new', after: { price: 10 } }]);
    expect([1, 2].map((command) => changes.of(command).more)).toEqual([1, 1]);
  });
});
