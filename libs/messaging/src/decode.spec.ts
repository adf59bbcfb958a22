import { SalesOrderConfirmed } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { readEvent } from './decode.js';
import { envelopeOf } from './envelope.js';

const salesOrderId = newId();
const event = SalesOrderConfirmed.of({ salesOrderId });
const headers = { ...envelopeOf(event, { companyId: newId(), actor: 'tester', correlationId: 'c-1' }, new Date()), ce_sequence: '1' };
const read = (body: string) => readEvent({ topic: SalesOrderConfirmed.topic, key: salesOrderId, headers, value: Buffer.from(body) });

describe('reading a record', () => {
  it('gives the fact, also with fields that nobody here knows', () => {
    expect(read(JSON.stringify({ salesOrderId, later: 'version' }))).toMatchObject({ type: SalesOrderConfirmed.type, data: { salesOrderId } });
  });

  it.each([
    ['a list of a hundred thousand elements', `{"salesOrderId":"${salesOrderId}","x":[${'0,'.repeat(99_999)}0]}`],
    ['a thousand brackets', '['.repeat(1_000)],
    ['a field that every object has', `{"salesOrderId":"${salesOrderId}","isPrototypeOf":1}`],
  ])('fails for good when it holds %s', (_what, body) => {
    expect(() => read(body)).toThrow(expect.objectContaining({ code: 'not-json' }));
  });
});
