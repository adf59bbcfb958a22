import { Refusal } from '@millrace/kernel';
import { type CommandBus, type CommandHandler, Overloaded } from '@millrace/messaging';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import type { TrailNotes } from '../audit-trail/trail-notes.js';
import { Caller } from './access.js';
import { Commands } from './commands.js';
import type { ProblemException } from './problem.js';
import { Seal } from './seal.js';

const identity = { subject: 'user-1', companyId: '0199a1b0-0000-7000-8000-000000000001', permissions: ['*'], globalPermissions: [], session: 1, expiresAt: 0 };
const request = { method: 'POST', id: 'request-01', headers: { 'idempotency-key': 'k' }, routeOptions: { url: '/v1/items/bulk' } };
const caller = new Caller(identity, request as unknown as FastifyRequest);
const handler = { name: 'create-item' } as CommandHandler<unknown, unknown, unknown>;

/** A bus that answers each row with what it holds: an error is thrown. */
const bus = {
  run: async (_handler: unknown, command: { request: unknown }) => {
    if (command.request instanceof Error) throw command.request;
    return command.request instanceof Refusal ? command.request : { response: command.request, replayed: false };
  },
} as unknown as CommandBus;

describe('rows that come together', () => {
  it('are answered each by itself, as if it had come alone', async () => {
    const logger = { error: vi.fn<(line: object) => void>(), debug: vi.fn<(line: object) => void>() };
    const notes = { refused: vi.fn<(problem: ProblemException) => void>() };
    const rows = [
      { sku: 'MUG' },
      new Refusal('item-exists', 'conflict', 'There is one.'),
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      new Overloaded(),
      Object.assign(new Error('duplicate key'), { code: '23505' }),
      new Error('a bug'),
    ];
    const results = await new Commands(bus, new Seal('a secret of the service'), logger as unknown as Logger, notes as unknown as TrailNotes).runAll(
      handler,
      rows,
      caller,
    );
    expect(results.map(({ status, problem }) => [status, (problem as { code?: string } | undefined)?.code])).toEqual([
      [201, undefined],
      [409, 'item-exists'],
      [503, 'service-unavailable'],
      [503, 'service-unavailable'],
      [409, 'key-taken'],
      [500, 'internal-error'],
    ]);
    expect(notes.refused.mock.calls.map(([{ code }]) => code)).toEqual([
      'item-exists',
      'service-unavailable',
      'service-unavailable',
      'key-taken',
      'internal-error',
    ]);
    expect(logger.error.mock.calls.map(([line]) => line)).toMatchObject([2, 3, 5].map((index) => ({ index, traceId: 'request-01' })));
  });
});
