import { describe, expect, it } from 'vitest';
import { Item } from '../domain/item.js';
import { takenSkus } from './import-items.handler.js';

const row = (line: number, sku: string) => ({ line, fields: { sku, name: 'Mug', kind: 'stocked' as const } });
const items = new Map([['CUP', new Item()]]);

describe('a file of items', () => {
  it('has no SKU twice and none that an item has', () => {
    expect(takenSkus([row(2, 'MUG'), row(3, 'TEAPOT')], items)).toEqual([]);
    expect(takenSkus([row(2, 'MUG'), row(3, 'CUP'), row(4, 'MUG'), row(5, 'MUG')], items)).toEqual([
      { pointer: '/3/sku', detail: 'there is an item CUP already' },
      { pointer: '/4/sku', detail: 'line 2 has the SKU MUG too' },
      { pointer: '/5/sku', detail: 'line 2 has the SKU MUG too' },
    ]);
  });
});
