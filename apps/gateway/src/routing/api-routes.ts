import { METHODS } from 'node:http';
import { authenticate, BODY_LIMIT, mayEnter, permissionMissing, ProblemException, setIdentity, type TokenVerifier } from '@millrace/chassis';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from '../limits/rate-limits.js';
import type { ApiRoute } from './api-document.js';
import type { Forwarder } from './forwarder.js';

/** Every method that can arrive; CONNECT never becomes a request. */
const EVERY_METHOD = METHODS.filter((method) => method !== 'CONNECT');
/** What a stranger may send: the document of a sign-in, and some room. */
const PUBLIC_BODY_LIMIT = 16 * 1024;
/** A body of this size that nobody is going to read ends with its connection. */
const UNREAD_LIMIT = 64 * 1024;

export type Door = Readonly<{ tokens: TokenVerifier; limits: RateLimits; forwarder: Forwarder }>;

/** Registers every route of the API document: who may not is refused here, the rest goes to the service, which decides. */
export function registerApiRoutes(fastify: FastifyInstance, routes: readonly ApiRoute[], door: Door): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
  for (const method of EVERY_METHOD) if (!fastify.supportedMethods.includes(method)) fastify.addHttpMethod(method);
  for (const route of routes) {
    fastify.route({
      method: route.method,
      url: route.url,
      bodyLimit: route.access === 'public' ? PUBLIC_BODY_LIMIT : BODY_LIMIT,
      onRequest: (request, reply) => admit(route, request, reply, door),
      handler: (request, reply) => door.forwarder.forward(route, request, reply),
    });
  }
  for (const [url, methods] of methodsByUrl(routes)) refuseOtherMethods(fastify, url, methods);
}

/** By the headers alone: a body is read of who may come in. */
async function admit({ access, notices }: ApiRoute, request: FastifyRequest, reply: FastifyReply, { tokens, limits }: Door): Promise<void> {
  if (notices) reply.headers(notices); // Of a refusal too.
  try {
    if (access === 'public') {
      reply.headers(await limits.countStranger(request.ip));
      return;
    }
    const identity = await authenticate(request, tokens).catch(async (refusal: unknown) => {
      await limits.countStranger(request.ip);
      throw refusal;
    });
    setIdentity(request, identity);
    reply.headers(await limits.countSubject(identity));
    if (access !== 'signed-in' && !mayEnter(identity, access)) throw permissionMissing(access);
  } catch (refusal) {
    if (bodyLengthOf(request) > UNREAD_LIMIT) reply.header('connection', 'close');
    throw refusal;
  }
}

function bodyLengthOf({ headers }: FastifyRequest): number {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY;
}

function methodsByUrl(routes: readonly ApiRoute[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { url, method } of routes) methods.set(url, [...(methods.get(url) ?? []), method, ...(method === 'GET' ? ['HEAD'] : [])]);
  return methods;
}

function refuseOtherMethods(fastify: FastifyInstance, url: string, methods: readonly string[]): void {
  const allow = methods.join(', ');
  const refuse = async ({ method }: FastifyRequest): Promise<never> => {
    throw new ProblemException(405, 'method-not-allowed', `${method} does nothing here; ${allow} do.`, {}, { allow });
  };
  const others = EVERY_METHOD.filter((method) => !methods.includes(method));
  fastify.route({ method: others, url, onRequest: refuse, handler: refuse }); // Before a body is looked at.
}
