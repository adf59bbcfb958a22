import { newId } from '@millrace/kernel';
import { eventually } from '@millrace/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { Company, type Order, problemOf, WAIT } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Warehouse = Readonly<{ warehouseId: string; code: string; stockLocationId: string }>;
type Location = Readonly<{ locationId: string; code: string }>;
type Stock = Readonly<{ locationId: string; onHand: string; reserved: string; value: string }>;

describe('goods in several places', () => {
  const suite = new Suite();
  let company: Company;
  let customerId: string;
  let [main, north]: [Warehouse?, Warehouse?] = [];
  let [road, scrap, shelf]: [Location?, Location?, Location?] = [];

  beforeAll(async () => {
    company = await Company.found(suite, 'Two houses');
    customerId = await company.customer();
    await company.sells({ sku: 'MUG', onHand: '20', unitCost: '2.00', price: '5.00' });
    [main] = await company.api.get<Warehouse[]>('/v1/warehouses');
    north = await company.post<Warehouse>('/v1/warehouses', { code: 'NORTH', name: 'North' });
    const add = (kind: string, code: string, warehouseId?: string) => company.post<Location>('/v1/locations', { warehouseId, code, kind });
    [road, shelf, scrap] = [
      await add('transit', 'ROAD', north.warehouseId),
      await add('storage', 'SHELF', main!.warehouseId),
      await add('inventory-loss', 'SCRAP'),
    ];
  });

  const move = (fromLocationId: string, toLocationId: string, quantity: string) =>
    company.post('/v1/stock-transfers', { fromLocationId, toLocationId, lines: [{ sku: 'MUG', quantity }] });
  const adjust = (quantity: string, where: object) => company.post('/v1/stock-adjustments', { reason: 'Counted', ...where, lines: [{ sku: 'MUG', quantity }] });

  async function stockIn(locationId: string): Promise<Pick<Stock, 'onHand' | 'value'>> {
    const { data } = await company.api.get<{ data: Stock[] }>(`/v1/stock?sku=MUG&locationId=${locationId}`);
    const { onHand, value } = data[0]!;
    return { onHand, value };
  }

  it('are ours on their way, are lost on it to a place for losses, and serve those who wait where they arrive', async () => {
    const wish = { customerId, policy: 'back-order', warehouseId: north!.warehouseId, lines: [{ sku: 'MUG', quantity: '3' }] };
    const { salesOrderId, lines } = await company.post<Order>('/v1/sales-orders', wish, { headers: WAIT });
    expect(lines).toMatchObject([{ reserved: '0', waiting: '3' }]);

    await move(main!.stockLocationId, road!.locationId, '6');
    expect([await stockIn(main!.stockLocationId), await stockIn(road!.locationId)]).toEqual([
      { onHand: '14', value: '28.00' },
      { onHand: '6', value: '12.00' },
    ]);
    await adjust('-1', { locationId: road!.locationId, lossLocationId: scrap!.locationId });
    await move(road!.locationId, north!.stockLocationId, '5');

    await eventually(async () => expect(await company.orderUntil(salesOrderId, 'invoiced')).toMatchObject({ status: 'shipped', lines: [{ shipped: '3' }] }));
    expect([await stockIn(road!.locationId), await stockIn(north!.stockLocationId)]).toEqual([
      { onHand: '0', value: '0.00' },
      { onHand: '2', value: '4.00' },
    ]);
    const { data } = await company.api.get<{ data: { kind: string; toLocationId: string }[] }>('/v1/stock-moves?sku=MUG');
    expect(data.filter(({ kind }) => kind === 'loss')).toMatchObject([{ toLocationId: scrap!.locationId }]);
    await expectCleanAudit(suite);
  });

  it('are counted in any storage, and promised from the warehouse that ships only', async () => {
    await adjust('4', { locationId: shelf!.locationId });
    expect(await stockIn(shelf!.locationId)).toMatchObject({ onHand: '4' });
    await adjust('-4', { locationId: shelf!.locationId, warehouseId: main!.warehouseId });
    expect(await problemOf(move(shelf!.locationId, main!.stockLocationId, '1'))).toMatchObject({ status: 409, code: 'stock-short' });
    await expectCleanAudit(suite);
  });

  it('are neither moved nor counted where goods cannot be', async () => {
    const unknown = [
      () => move(main!.stockLocationId, scrap!.locationId, '1'),
      () => move(main!.stockLocationId, newId(), '1'),
      () => adjust('-1', { locationId: scrap!.locationId }),
      () => adjust('-1', { locationId: shelf!.locationId, warehouseId: north!.warehouseId }),
      () => adjust('-1', { lossLocationId: shelf!.locationId }),
    ];
    for (const call of unknown) expect(await problemOf(call())).toMatchObject({ status: 422, code: 'location-unknown' });
    const misplaced = [
      { kind: 'transit', code: 'SEA' },
      { kind: 'inventory-loss', code: 'BIN', warehouseId: north!.warehouseId },
    ];
    for (const place of misplaced) expect(await problemOf(company.post('/v1/locations', place))).toMatchObject({ status: 422, code: 'location-misplaced' });
    expect(await problemOf(company.post('/v1/locations', { kind: 'inventory-loss', code: 'SCRAP' }))).toMatchObject({ status: 409, code: 'location-exists' });
    await expectCleanAudit(suite);
  });
});
