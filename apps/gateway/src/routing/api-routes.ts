import { authenticate, BODY_LIMIT, mayEnter, permissionMissing, ProblemException, setIdentity, type TokenVerifier } from '@millrace/chassis';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from '../limits/rate-limits.js';
import type { ApiRoute } from './api-document.js';
import type { Forwarder } from './forwarder.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;

export type Door = Readonly<{ tokens: TokenVerifier; limits: RateLimits; forwarder: Forwarder }>;

/** Registers every route of the API document: who may not is refused here, the rest goes to the service, which decides. */
export function registerApiRoutes(fastify: FastifyInstance, routes: readonly ApiRoute[], door: Door): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  fastify.addHttpMethod('TRACE');
  for (const route of routes) {
    fastify.route({ method: route.method, url: route.url, handler: (request, reply) => admit(route, request, reply, door) });
  }
  for (const [url, methods] of methodsByUrl(routes)) refuseOtherMethods(fastify, url, methods);
}

async function admit(route: ApiRoute, request: FastifyRequest, reply: FastifyReply, { tokens, limits, forwarder }: Door): Promise<FastifyReply> {
  if (route.access === 'public') {
    await limits.countStranger(request.ip);
  } else {
    const identity = await authenticate(request, tokens).catch(async (refusal: unknown) => {
      await limits.countStranger(request.ip);
      throw refusal;
    });
    setIdentity(request, identity);
    await limits.countSubject(identity);
    if (route.access !== 'signed-in' && !mayEnter(identity, route.access)) throw permissionMissing(route.access);
  }
  return forwarder.forward(route.service, request, reply);
}

function methodsByUrl(routes: readonly ApiRoute[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { url, method } of routes) methods.set(url, [...(methods.get(url) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
  return methods;
}

function refuseOtherMethods(fastify: FastifyInstance, url: string, methods: readonly string[]): void {
  fastify.route({
    method: METHODS.filter((method) => !methods.includes(method)),
    url,
    handler: (request) => {
      throw new ProblemException(
        405,
        'method-not-allowed',
        `${request.method} does nothing here; ${methods.join(', ')} do.`,
        {},
        { allow: methods.join(', ') },
      );
    },
  });
}
