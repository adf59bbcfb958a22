import { CompanyCreated, ItemCreated } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { ServiceBench } from '@millrace/testing';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { CreateCustomerHandler } from '../customers/create-customer.handler.js';
import { definition } from '../definition.js';
import { PlaceOrderHandler } from '../place-order/place-order.handler.js';
import { SetPriceHandler } from '../prices/set-price.handler.js';
import { type FoundOrder, SalesOrderRepository } from './sales-order.repository.js';

describe('sales orders that are asked for by id', () => {
  let bench: ServiceBench;
  let repository: SalesOrderRepository;
  const [ours, others] = [newId(), newId()];
  const orders: { companyId: string; id: string }[] = [];

  beforeAll(async () => {
    bench = await ServiceBench.start(inject('servers'), definition);
    repository = bench.app.get(SalesOrderRepository);
    for (const companyId of [ours, others]) {
      const mug = ItemCreated.of({ ...ItemCreated.example, itemId: newId(), sku: 'MUG' });
      await bench.take(bench.tell(companyId, CompanyCreated.of({ ...CompanyCreated.example, companyId }), mug));
      await bench.command(SetPriceHandler, companyId, { sku: 'MUG', unitPrice: '2.55', validFrom: '2026-01-01' });
      const { customerId } = await bench.command(CreateCustomerHandler, companyId, { name: 'Ada', country: 'GB' });
      for (let quantity = 1; quantity <= 3; quantity += 1) {
        const lines = Array.from({ length: quantity }, () => ({ sku: 'MUG', quantity: `${quantity}` }));
        const { salesOrderId } = await bench.command(PlaceOrderHandler, companyId, { customerId, lines });
        orders.push({ companyId, id: salesOrderId });
      }
    }
  });
  afterAll(() => bench.stop());
  afterEach(() => vi.restoreAllMocks());

  it('are read in one transaction for each company when they are asked for at once, each for whom it is', async () => {
    const transactions = vi.spyOn(bench.database, 'transaction');
    const found = await Promise.all([...orders, orders[0]!].map(({ companyId, id }) => repository.byId(companyId, id)));
    expect(found.map((each) => each?.order.id)).toEqual([...orders, orders[0]!].map(({ id }) => id));
    expect(found.map((each) => each?.order.lines.map(({ lineNo, quantity }) => `${lineNo}: ${quantity}`).join())).toEqual(
      [1, 2, 3, 1, 2, 3, 1].map((lines) => Array.from({ length: lines }, (_, at) => `${at + 1}: ${lines}`).join()),
    );
    expect(transactions.mock.calls.map(([companyId]) => companyId)).toEqual([ours, others]);
  });

  it('are not there for another company, nor when nobody placed them', async () => {
    const found = await Promise.all([repository.byId(others, orders[0]!.id), repository.byId(ours, newId()), repository.byId(ours, orders[1]!.id)]);
    expect(found.map((each) => each?.order.id)).toEqual([undefined, undefined, orders[1]!.id]);
  });

  it('are there for everybody but the company that cannot be read', async () => {
    const fault = new Error('a row that nobody can read');
    const transaction = bench.database.transaction.bind(bench.database);
    vi.spyOn(bench.database, 'transaction').mockImplementation(async (companyId, work) => {
      if (companyId === ours) throw fault;
      return transaction(companyId, work);
    });
    const found = await Promise.all(orders.map(({ companyId, id }) => repository.byId(companyId, id).catch((error: unknown) => error)));
    const told = found.map((each) => (each instanceof Error ? each : (each as FoundOrder).order.id));
    expect(told).toEqual(orders.map(({ companyId, id }) => (companyId === ours ? fault : id)));
  });

  it('are read twenty at a time, so that one transaction does not keep the others waiting', async () => {
    const transactions = vi.spyOn(bench.database, 'transaction');
    await Promise.all(Array.from({ length: 21 }, () => repository.byId(ours, newId())));
    expect(transactions).toHaveBeenCalledTimes(2);
  });

  it('are read anew each time', async () => {
    const transactions = vi.spyOn(bench.database, 'transaction');
    const first = await repository.byId(ours, orders[0]!.id);
    const second = await repository.byId(ours, orders[0]!.id);
    expect(second!.order).not.toBe(first!.order);
    expect(transactions).toHaveBeenCalledTimes(2);
  });
});
