import { Caller, type Identity, ListReader, type Page } from '@millrace/chassis';
import { CompanyCreated, ItemCreated } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import type { Statement } from '@millrace/persistence';
import { ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CreateCustomerHandler } from './customers/create-customer.handler.js';
import { definition } from './definition.js';
import { ReturnWithoutOrderHandler } from './return-goods/return-without-order.handler.js';
import { RETURNS } from './return-goods/return.list.js';
import type { ReturnDto } from './return-goods/return-goods.dto.js';
import { SalesReturnRepository } from './persistence/sales-return.repository.js';
import { showReturn } from './return-goods/return.view.js';

const RETURNED = 7;

describe('references of many rows', () => {
  let bench: ServiceBench;
  let companyId: string;
  const sent: string[] = [];
  const callerWith = (...permissions: string[]) => {
    const selection = { conditions: [], order: RETURNS.order, expansions: [] };
    return new Caller({ companyId, permissions } as unknown as Identity, { selection } as never);
  };
  const expansion = (place: string) => {
    const [name, ...within] = place.split('.').reverse() as [string, ...string[]];
    return { name, within: within.reverse(), reference: RETURNS.references![place]!, further: [] };
  };

  /** A reader whose statements are written down as they are sent. */
  function reader(): ListReader {
    const { database } = bench;
    const watched = Object.create(database) as typeof database;
    watched.transaction = (company, work) =>
      database.transaction(company, (tx) => {
        const query = tx.query.bind(tx);
        tx.query = (statement: Statement, values) => {
          sent.push(statement.text);
          return query(statement, values);
        };
        return work(tx);
      });
    return new ListReader(watched);
  }

  beforeAll(async () => {
    bench = await ServiceBench.start(inject('servers'), definition);
    companyId = newId();
    const items = ['MUG', 'CUP'].map((sku) => ItemCreated.of({ ...ItemCreated.example, itemId: newId(), sku }));
    await bench.take(bench.tell(companyId, CompanyCreated.of({ ...CompanyCreated.example, companyId }), ...items));
    for (let at = 0; at < RETURNED; at += 1) {
      const { customerId } = await bench.command(CreateCustomerHandler, companyId, { name: `Customer ${at % 3}`, country: 'GB' });
      const lines = ['MUG', 'CUP'].map((sku) => ({ sku, quantity: '1', unitPrice: '2.55', unitCost: '1.28' }));
      await bench.command(ReturnWithoutOrderHandler, companyId, { customerId, lines });
    }
  });
  afterAll(() => bench.stop());

  const wholeReturns = async (): Promise<ReturnDto[]> => {
    const { data }: Page<ReturnDto> = await new ListReader(bench.database).page(RETURNS, {}, callerWith());
    const repository = bench.app.get(SalesReturnRepository);
    return Promise.all(data.map(async ({ returnId }) => showReturn((await repository.byId(companyId, returnId))!)));
  };

  it('are read with one statement for each reference, and shown beside what names them', async () => {
    const returns = await wholeReturns();
    const before = structuredClone(returns);
    sent.length = 0;
    const caller = callerWith('orders.customer.view', 'inventory.item.view', 'orders.sales-order.view');
    const shown = await reader().expanded(returns, [expansion('customer'), expansion('lines.item'), expansion('salesOrder')], caller);
    expect(sent.map((text) => /from (\w+)/.exec(text)![1])).toEqual(['customer', 'item_copy']); // No return names an order.
    expect(shown).toHaveLength(RETURNED);
    for (const each of shown as (ReturnDto & { customer: object })[]) {
      expect(each).toMatchObject({
        customer: { customerId: each.customerId },
        lines: [
          { sku: 'MUG', item: { sku: 'MUG' } },
          { sku: 'CUP', item: { sku: 'CUP' } },
        ],
      });
      expect(each).not.toHaveProperty('salesOrder');
    }
    expect(returns).toEqual(before);
  });

  it('are read for nobody who may not see them', async () => {
    const returns = await wholeReturns();
    sent.length = 0;
    await expect(reader().expanded(returns, [expansion('customer')], callerWith('orders.return.view'))).rejects.toMatchObject({ status: 403 });
    expect(sent).toEqual([]);
  });
});
