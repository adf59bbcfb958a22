import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { RateLimits } from '../limits/rate-limits.js';
import { type Operation, routesOfDocument } from './api-document.js';
import { type Door, registerApiRoutes } from './api-routes.js';

const open = (fields: Partial<Operation>): Operation => ({
  operationId: 'Mugs_list',
  summary: 'Mugs',
  security: [],
  'x-service': 'inventory',
  responses: {},
  ...fields,
});

describe('the answers of a route', () => {
  let fastify: FastifyInstance;

  afterEach(() => fastify.close());

  async function headersOf(fields: Partial<Operation>, expected = 200) {
    fastify = Fastify();
    const routes = routesOfDocument({ openapi: '3.1.0', paths: { '/v1/mugs': { get: open(fields) } } });
    const forwarder = { forward: (_route: unknown, _request: unknown, reply: { send(text: string): unknown }) => reply.send('a mug') };
    registerApiRoutes(fastify, routes, { limits: new RateLimits(10, 10), forwarder } as unknown as Door);
    const { statusCode, headers } = await fastify.inject('/v1/mugs');
    expect(statusCode).toBe(expected);
    return headers;
  }

  it('say that it is going, since when and until when', async () => {
    const headers = await headersOf({ deprecated: true, 'x-deprecated-since': '2026-12-01', 'x-sunset': '2027-06-30' });
    expect(headers).toMatchObject({ deprecation: '@1796083200', sunset: 'Wed, 30 Jun 2027 00:00:00 GMT' });
  });

  it('say so when they are refusals too', async () => {
    const headers = await headersOf({ security: undefined, 'x-signed-in': true, deprecated: true, 'x-deprecated-since': '2026-12-01' }, 401);
    expect(headers.deprecation).toBe('@1796083200');
  });

  it('say no day on which it goes while nobody knows one', async () => {
    const headers = await headersOf({ deprecated: true, 'x-deprecated-since': '2026-12-01' });
    expect(headers.deprecation).toBe('@1796083200');
    expect(headers).not.toHaveProperty('sunset');
  });

  it('say nothing of the kind when it stays', async () => {
    const headers = await headersOf({});
    expect(headers).not.toHaveProperty('deprecation');
    expect(headers).not.toHaveProperty('sunset');
  });
});
