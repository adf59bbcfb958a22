import type { Limits } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { refusalOfWarehouses } from './own-warehouses.js';

const PERMISSION = 'inventory.stock.transfer';
const refused = (limits: Limits, ...named: (string | null)[]) => refusalOfWarehouses({ limitsOn: () => limits }, PERMISSION, named);

describe('who reaches to some warehouses', () => {
  it.each<[Limits, (string | null)[]]>([
    [{}, ['north', 'south']],
    [{ warehouses: ['north'] }, ['north']],
    [{ warehouses: ['north', 'south'] }, ['south', 'north']],
    [{ warehouses: ['north'] }, [null, 'north']],
    [{ warehouses: [] }, [null]],
  ])('writes within %j to %j', (limits, named) => {
    expect(refused(limits, ...named)).toBeUndefined();
  });

  it.each<[Limits, (string | null)[], string]>([
    [{ warehouses: ['north'] }, ['south'], 'south'],
    [{ warehouses: ['north'] }, ['north', 'south'], 'south'],
    [{ warehouses: [] }, ['north'], 'north'],
  ])('does not write within %j to %j', (limits, named, warehouseId) => {
    expect(refused(limits, ...named)).toMatchObject({ code: 'warehouse-not-yours', kind: 'forbidden', members: { permission: PERMISSION, warehouseId } });
  });
});
