import { Refusal, type RefusalKind } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { problemDocument, ProblemException, problemOf } from './problem.js';

describe('a problem', () => {
  it('is told by RFC 9457, with its code, the trace and the facts for programs', () => {
    const problem = ProblemException.of(new Refusal('stock-short', 'conflict', 'There is too little stock.', { shortages: [{ sku: '85123A' }] }));
    expect(problemDocument(problem, '/v1/sales-orders', 'trace-01')).toEqual({
      type: '/problems/stock-short',
      title: 'Conflict',
      status: 409,
      detail: 'There is too little stock.',
      code: 'stock-short',
      instance: '/v1/sales-orders',
      traceId: 'trace-01',
      shortages: [{ sku: '85123A' }],
    });
  });

  it.each<[RefusalKind, number]>([
    ['invalid', 422],
    ['conflict', 409],
    ['missing', 404],
    ['forbidden', 403],
    ['stale', 412],
  ])('of a refusal that is %s has the status %i', (kind, status) => {
    expect(ProblemException.of(new Refusal('some-code', kind, 'No.')).status).toBe(status);
  });

  it('names the first broken rule in words and every one for programs', () => {
    const errors = [
      { pointer: '', detail: 'must be a JSON object' },
      { pointer: '/sku', detail: 'must be short' },
    ];
    expect(ProblemException.invalid(errors)).toMatchObject({ status: 400, detail: 'body: must be a JSON object (and 1 more)', members: { errors } });
    expect(ProblemException.invalid(errors.slice(1)).detail).toBe('/sku: must be short');
  });

  it.each([
    [415, 'media-type-unsupported', { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }],
    [415, 'media-type-unsupported', { code: 'FST_ERR_CTP_EMPTY_TYPE', statusCode: 415 }],
    [413, 'body-too-large', { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }],
    [400, 'request-invalid', { code: 'FST_ERR_CTP_INVALID_CONTENT_LENGTH', statusCode: 400 }],
    [404, 'route-unknown', { statusCode: 404 }],
    [400, 'request-invalid', { statusCode: 400, message: 'malformed' }],
    [500, 'internal-error', { statusCode: 502 }],
    [500, 'internal-error', new Error('no')],
  ])('%i %s is made of %j', (status, code, error) => {
    expect(problemOf(error)).toMatchObject({ status, code });
  });

  it('says nothing of what broke inside', () => {
    const error = new Error('password authentication failed for user "orders"');
    expect(JSON.stringify(problemDocument(problemOf(error), '/v1/items', 'trace-01'))).not.toMatch(/password|orders|stack/);
  });
});
