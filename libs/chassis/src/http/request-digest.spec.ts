import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Asked, digestOf } from './request-digest.js';
import { Seal } from './seal.js';

const seal = new Seal('a secret of this service');
const digest = (asked: Partial<Asked>, by = seal) => digestOf({ params: {}, query: {}, body: null, ...asked }, by).toString('hex');

describe('the digest of a request', () => {
  it('is the same for the same request, whatever it says of the answer', () => {
    const asked = { params: { salesOrderId: '1' }, query: { reason: 'x', depth: '2' }, body: { note: 'n' } };
    expect(digest({ ...asked, query: { depth: '2', until: 'invoiced', reason: 'x' } })).toBe(digest(asked));
    expect(digest({ query: { until: 'decided' } })).toBe(digest({}));
  });

  it.each<[string, Partial<Asked>]>([
    ['document', { params: { salesOrderId: '2' } }],
    ['parameter of the query', { params: { salesOrderId: '1' }, query: { force: 'true' } }],
    ['body', { params: { salesOrderId: '1' }, body: {} }],
    ['place of the same text', { body: { where: [['salesOrderId', '1']], body: null } }],
  ])('is another one for another %s', (_what, other) => {
    expect(digest(other)).not.toBe(digest({ params: { salesOrderId: '1' } }));
  });

  it('is that of the body where the route has no parameters', () => {
    const body = { customerId: '1', lines: [] };
    expect(digest({ body })).toBe(createHash('sha256').update(JSON.stringify(body)).digest('hex'));
  });

  it.each(['password', 'newPassword', 'secret'])('tells one %s from another, and cannot be worked out without the seal', (field) => {
    const body = { email: 'anna@example.com', [field]: 'correct horse battery' };
    expect(digest({ body })).not.toBe(digest({ body: { ...body, [field]: 'another' } }));
    expect(digest({ body })).not.toBe(digest({ body }, new Seal('another service')));
    expect(digest({ body })).not.toBe(createHash('sha256').update(JSON.stringify(body)).digest('hex'));
  });
});
