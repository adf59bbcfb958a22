import { CompanyCreated, CreditNotePosted, ItemCreated, RefundSent, ReturnReceived } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { EventVersions } from '@millrace/messaging';
import { ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { CreateCustomerHandler } from '../customers/create-customer.handler.js';
import { definition } from '../definition.js';
import { ReturnWithoutOrderHandler } from '../return-goods/return-without-order.handler.js';

const RETURNS = `
  select concat_ws(' ', status, credit_note_number, trim_scale(gross_total), trim_scale(refund_due), trim_scale(refunded_total)) as what from sales_return`;

describe('a return on its way from authorised to settled', () => {
  let bench: ServiceBench;
  let companyId: string;
  let returnId: string;

  beforeAll(async () => {
    bench = await ServiceBench.start(inject('servers'), definition);
  });
  afterAll(() => bench.stop());

  beforeEach(async () => {
    companyId = newId();
    const [company, item] = [CompanyCreated.of({ ...CompanyCreated.example, companyId }), ItemCreated.of({ ...ItemCreated.example, itemId: newId() })];
    await bench.take(bench.tell(companyId, company, item));
    const { customerId } = await bench.command(CreateCustomerHandler, companyId, { name: 'Somebody', country: 'GB' });
    const lines = [{ sku: item.data.sku, quantity: '1', unitPrice: '2.55', unitCost: '1.28' }];
    ({ returnId } = await bench.command(ReturnWithoutOrderHandler, companyId, { customerId, lines }));
  });

  /** Of 3.00, of which so much goes back and the rest stays on account. */
  const credited = (refundTotal: '3.00' | '0.00') => {
    const onAccount = refundTotal === '0.00' ? '3.00' : '0.00';
    return CreditNotePosted.of({ ...CreditNotePosted.example, creditNoteId: newId(), returnId, settledTotal: '0.00', refundTotal, onAccount });
  };
  const received = () => ReturnReceived.of({ ...ReturnReceived.example, returnId, salesOrderId: undefined });
  const refunded = () => RefundSent.of({ ...RefundSent.example, refundId: newId(), returnId });

  describe.each([1, 2])('when finance tells of its credit note in version %i', (version) => {
    const versions = new EventVersions(new Map([[CreditNotePosted.name, version]]));
    const tell = (...facts: Parameters<ServiceBench['tell']>[1][]) => bench.take(bench.tellIn(versions, companyId, ...facts));

    it('is credited, and settled once the money went back', async () => {
      await tell(received(), credited('3.00'));
      expect(await bench.look(companyId, RETURNS)).toEqual(['credited CRN-2010-000001 3 3 0']);
      await tell(refunded());
      expect(await bench.look(companyId, RETURNS)).toEqual(['settled CRN-2010-000001 3 3 3']);
    });

    it('is settled at once when all stays on account', async () => {
      await tell(received(), credited('0.00'));
      expect(await bench.look(companyId, RETURNS)).toEqual(['settled CRN-2010-000001 3 0 0']);
      expect(await bench.unsettled(companyId)).toEqual([]);
    });
  });
});
