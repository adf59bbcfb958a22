import { Refusal, type RefusalKind } from '@millrace/kernel';
import { EventTooLarge, Overloaded } from '@millrace/messaging';
import { NotFoundException } from '@nestjs/common';
import type { Logger } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { logProblem, problemDocument, ProblemException, problemOf } from './problem.js';

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

  it("is the sender's when a document is more than one fact holds", () => {
    expect(problemOf(new EventTooLarge('too large'))).toMatchObject({ status: 422, code: 'document-too-large' });
  });

  it('names the first broken rule in words and every one for programs', () => {
    const errors = [
      { pointer: '', detail: 'must be a JSON object' },
      { pointer: '/sku', detail: 'must be short' },
    ];
    expect(ProblemException.invalid(errors)).toMatchObject({ status: 400, detail: 'body: must be a JSON object (and 1 more)', members: { errors } });
    expect(ProblemException.invalid(errors.slice(1)).detail).toBe('/sku: must be short');
  });

  it('tells values that can be read and are not taken from what cannot be read', () => {
    const [low, unread] = [
      { pointer: '/quantity', detail: 'must be above zero', understood: true },
      { pointer: '/price', detail: 'must be a price' },
    ] as const;
    expect(ProblemException.invalid([low])).toMatchObject({
      status: 422,
      code: 'value-refused',
      members: { errors: [{ pointer: '/quantity', detail: 'must be above zero' }] },
    });
    expect(ProblemException.invalid([low, unread])).toMatchObject({ status: 400, code: 'request-invalid' });
  });

  it.each([
    [415, 'media-type-unsupported', { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }],
    [415, 'media-type-unsupported', { code: 'FST_ERR_CTP_EMPTY_TYPE', statusCode: 415 }],
    [413, 'body-too-large', { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }],
    [400, 'request-invalid', { code: 'FST_ERR_CTP_INVALID_CONTENT_LENGTH', statusCode: 400 }],
    [404, 'route-unknown', { statusCode: 404 }],
    [400, 'request-invalid', { statusCode: 400, message: 'malformed' }],
    [503, 'service-unavailable', { code: 'ECONNREFUSED' }],
    [503, 'service-unavailable', { code: 'EPIPE' }],
    [503, 'service-unavailable', { code: '40P01' }],
    [503, 'service-unavailable', { code: '55P03' }],
    [503, 'service-unavailable', new Overloaded()],
    [409, 'key-taken', { code: '23505' }],
    [404, 'route-unknown', new NotFoundException()],
    [500, 'internal-error', undefined],
    [500, 'internal-error', { code: '23514' }],
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

describe('the log', () => {
  function logged(error: unknown): [level: string, line: object] {
    const logger = { error: vi.fn<(line: object) => void>(), warn: vi.fn<(line: object) => void>(), debug: vi.fn<(line: object) => void>() };
    logProblem(logger as unknown as Logger, problemOf(error), error, { subject: 'user-1' });
    const [[level, { mock }]] = Object.entries(logger).filter(([, { mock: each }]) => each.calls.length > 0) as [[string, typeof logger.error]];
    return [level, mock.calls[0]![0]];
  }

  it('has what broke as an error, without the rows that it broke on', () => {
    const [level, line] = logged(
      Object.assign(new Error('null value in column "name"'), { code: '23502', table: 'item', detail: 'Failing row contains (secret).' }),
    );
    expect([level, line]).toEqual(['error', expect.objectContaining({ problem: 'internal-error', code: '23502', table: 'item', subject: 'user-1' })]);
    expect(JSON.stringify(line)).not.toContain('Failing row');
  });

  it('has who was turned away, and what would have been needed', () => {
    const denied = new ProblemException(403, 'permission-missing', 'No.', { permission: 'orders.price.view' });
    expect(logged(denied)).toEqual(['warn', { subject: 'user-1', problem: 'permission-missing', permission: 'orders.price.view' }]);
    expect(logged(new ProblemException(401, 'token-invalid', 'No.'))).toMatchObject(['warn', { problem: 'token-invalid' }]);
  });

  it('has what the business refused for those who look closely', () => {
    expect(logged(new ProblemException(409, 'stock-short', 'No.'))).toEqual(['debug', { subject: 'user-1', problem: 'stock-short' }]);
  });

  it('keeps what the standard says of a problem, whatever a refusal calls its own members', () => {
    const refusal = new ProblemException(409, 'order-closed', 'It is closed.', { status: 'completed', detail: 'x', orderStatus: 'completed' });
    expect(problemDocument(refusal, '/v1/x', 'trace-1')).toMatchObject({ status: 409, detail: 'It is closed.', orderStatus: 'completed' });
  });
});
