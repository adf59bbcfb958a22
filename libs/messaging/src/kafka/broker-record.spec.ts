import type { KafkaMessage } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { recordOf } from './broker-record.js';

describe('a record as it lies on the log', () => {
  const read = (headers: object) =>
    recordOf('orders.sales-order', 1, { key: Buffer.from('k'), value: null, timestamp: '0', offset: '7', attributes: 0, headers } as KafkaMessage);

  it('has text in its headers, and nothing else is kept of them', () => {
    expect(read({ ce_id: Buffer.from('one') })).toMatchObject({ partition: 1, offset: '7', headers: { ce_id: 'one' } });
    expect(read({ ce_id: Buffer.from('one') })).not.toHaveProperty('rawHeaders');
  });

  it('keeps the bytes of headers that are no text, have no value or stand there twice', () => {
    const bytes = Buffer.from([0xc3, 0x28]);
    expect(read({ a: bytes, b: null, c: [Buffer.from('1'), Buffer.from('2')] })).toMatchObject({
      headers: { a: '\uFFFD(', c: '1' },
      rawHeaders: [
        ['a', bytes],
        ['b', null],
        ['c', Buffer.from('1')],
        ['c', Buffer.from('2')],
      ],
    });
  });

  it('has no header fewer for one that is named as what every object has', () => {
    const { headers } = read(Object.fromEntries([['__proto__', Buffer.from('x')]]));
    expect(Object.entries(headers)).toEqual([['__proto__', 'x']]);
  });
});
