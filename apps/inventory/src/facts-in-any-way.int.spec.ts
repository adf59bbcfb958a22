import {
  CancellationRequested,
  CompanyCreated,
  type ContractEvent,
  SalesOrderCancelled,
  SalesOrderConfirmed,
  SalesOrderPlaced,
  SalesOrderRejected,
} from '@millrace/contracts';
import { describeFactsInAnyWay, namedIds, type ServiceBench } from '@millrace/testing';
import { definition } from './definition.js';
import { CreateItemHandler } from './items/create-item.handler.js';
import { ReceiveGoodsHandler } from './receive-goods/receive-goods.handler.js';

const SKUS = ['BOLT', 'NUT'];

const company = (companyId: string) => CompanyCreated.of({ ...CompanyCreated.example, companyId });

/** A company with ten bolts and ten nuts that cost 2.00 each. */
async function stocked(bench: ServiceBench, companyId: string): Promise<void> {
  await bench.take(bench.tell(companyId, company(companyId)));
  const idOf = namedIds(companyId);
  for (const sku of SKUS) await bench.command(CreateItemHandler, companyId, { itemId: idOf(sku), sku, name: sku, kind: 'stocked' });
  const lines = SKUS.map((sku) => ({ sku, quantity: '10', unitCost: '2.00' }));
  await bench.command(ReceiveGoodsHandler, companyId, { kind: 'opening', lines });
}

function orders(companyId: string) {
  const idOf = namedIds(companyId);
  const [line] = SalesOrderPlaced.example.lines;
  return {
    placed: (order: string, ...wanted: (readonly [sku: string, quantity: string])[]): ContractEvent =>
      SalesOrderPlaced.of({
        ...SalesOrderPlaced.example,
        salesOrderId: idOf(order),
        backdated: false,
        lines: wanted.map(([sku, quantity], index) => ({ ...line!, lineNo: index + 1, itemId: idOf(sku), sku, quantity, stockQuantity: quantity })),
      }),
    confirmed: (order: string): ContractEvent => SalesOrderConfirmed.of({ salesOrderId: idOf(order) }),
    rejected: (order: string): ContractEvent => SalesOrderRejected.of({ salesOrderId: idOf(order), reason: 'credit-exceeded' }),
    callOff: (order: string): ContractEvent => CancellationRequested.of({ salesOrderId: idOf(order), reason: 'customer-request' }),
    cancelled: (order: string, quantity: string): ContractEvent =>
      SalesOrderCancelled.of({ salesOrderId: idOf(order), beforeConfirmation: true, lines: [{ lineNo: 1, quantity }] }),
  };
}

const LEVELS = `
  select concat_ws(' ', i.sku, trim_scale(l.on_hand), trim_scale(l.reserved), trim_scale(l.value)) as what from stock_level l
  join item i on i.company_id = l.company_id and i.id = l.item_id
  join location p on p.company_id = l.company_id and p.id = l.location_id where p.kind = 'storage' order by 1`;

describeFactsInAnyWay(definition, {
  'what is held, shipped and given back for orders that share their items': {
    before: stocked,
    facts: (companyId) => {
      const { placed, confirmed, rejected, callOff, cancelled } = orders(companyId);
      return [
        placed('shipped', ['BOLT', '2'], ['NUT', '1'], ['BOLT', '1']),
        placed('rejected', ['NUT', '3'], ['BOLT', '1']),
        placed('held', ['NUT', '2']),
        placed('cancelled', ['BOLT', '2']),
        placed('called off too late', ['BOLT', '1']),
        confirmed('shipped'),
        rejected('rejected'),
        cancelled('cancelled', '2'),
        confirmed('called off too late'),
        callOff('called off too late'),
      ];
    },
    leads: { by: LEVELS, to: ['BOLT 6 0 12', 'NUT 9 2 18'] },
    publishes: [
      'inventory.goods-received.v1 1',
      'inventory.item-created.v1 2',
      'inventory.release-refused.v1 1',
      'inventory.reservation-released.v1 2',
      'inventory.shipment-dispatched.v1 2',
      'inventory.stock-reserved.v1 5',
      'inventory.warehouse-opened.v1 1',
    ],
  },
});
