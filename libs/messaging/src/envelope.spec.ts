import { newId } from '@millrace/kernel';
import { SalesOrderConfirmed } from '@millrace/contracts';
import { describe, expect, it } from 'vitest';
import { envelopeOf, readEnvelope } from './envelope.js';
import type { RawHeaders } from './record.js';

const salesOrderId = newId();
const cause = { companyId: newId(), actor: 'somebody', correlationId: newId() };
const headers = { ...envelopeOf(SalesOrderConfirmed.of({ salesOrderId }), cause, new Date('2026-11-02T10:00:00Z')), ce_sequence: '3' };

describe('the envelope of a fact', () => {
  it('says who and what led to it, and is read as it was written', () => {
    const { companyId, actor, correlationId } = cause;
    const read = { type: 'orders.sales-order-confirmed.v1', key: salesOrderId, sequence: 3, companyId, actor, correlationId, time: '2026-11-02T10:00:00.000Z' };
    expect(readEnvelope({ key: salesOrderId, headers })).toMatchObject(read);
  });

  it.each<[header: string, value: string | undefined, why: RegExp]>([
    ['ce_specversion', '0.3', /must be 1.0/],
    ['ce_id', 'one', /must be a UUID/],
    ['ce_type', 'orders.sales-order-confirmed', /service.fact.vN/],
    ['ce_type', 'finance.sales-order-confirmed.v1', /the service of ce_type/],
    ['ce_time', 'today', /must be a time/],
    ['ce_subject', newId(), /the key of the record/],
    ['ce_sequence', '0', /above zero/],
    ['ce_sequence', undefined, /above zero/],
    ['ce_company', '', /must be a UUID/],
    ['ce_actor', 'a\u0000b', /ce_actor must be/],
    ['ce_correlationid', 'x'.repeat(201), /ce_correlationid must be/],
    ['ce_causationid', '', /ce_causationid must be/],
  ])('is refused when %s is %s', (header, value, why) => {
    expect(readEnvelope({ key: salesOrderId, headers: { ...headers, [header]: value } as Record<string, string> })).toMatch(why);
  });

  it.each<[what: string, rawHeaders: RawHeaders]>([
    ['is no UTF-8', [['ce_actor', Buffer.from([0xff])]]],
    ['has no value', [['ce_causationid', null]]],
    [
      'stands there twice',
      [
        ['ce_type', Buffer.from('a')],
        ['ce_type', Buffer.from('a')],
      ],
    ],
  ])('is refused when a header of it %s', (_what, rawHeaders) => {
    expect(readEnvelope({ key: salesOrderId, headers, rawHeaders })).toMatch(/^ce_\w+ must stand there once, as UTF-8 text$/);
  });

  it('is read beside headers of others that hold anything', () => {
    const rawHeaders: RawHeaders = [
      ['trace', Buffer.from([0xff])],
      ['trace', null],
      ['ce_type', Buffer.from('orders.sales-order-confirmed.v1')],
    ];
    expect(readEnvelope({ key: salesOrderId, headers, rawHeaders })).toMatchObject({ sequence: 3 });
  });

  it.each([null, '', 'two words', 'nul\u0000', 'ключ', 'x'.repeat(201)])('is refused with the key %j', (key) => {
    expect(readEnvelope({ key, headers: { ...headers, ce_subject: key ?? '' } })).toMatch(/must have a key/);
  });
});
