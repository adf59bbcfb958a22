import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What browsers are told of this door: how long it speaks TLS alone, and whose pages may call it. */
export type BrowserRules = Readonly<{ hstsSeconds: number; origins: readonly string[] }>;

/** What a page may send beside what every page may. */
const ASKED = [
  'authorization',
  'content-type',
  'accept',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'prefer',
  'x-request-id',
  'traceparent',
  'tracestate',
];
/** What it may read of an answer beside its body. */
const TOLD = [
  'etag',
  'location',
  'link',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'deprecation',
  'sunset',
  'allow',
  'www-authenticate',
  'x-request-id',
  'idempotency-replayed',
];
const REMEMBERED_SECONDS = 600;

/**
 * Headers for browsers on every answer, refusals too: nothing here is to be framed, sniffed, or run. Pages of other
 * origins may call it when the configuration names them, one by one; a token goes in a header, so cookies never count.
 */
export async function registerBrowserRules(fastify: FastifyInstance, { hstsSeconds, origins }: BrowserRules): Promise<void> {
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: hstsSeconds > 0 ? { maxAge: hstsSeconds, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    xXssProtection: false,
  });
  if (origins.length === 0) return;
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'];
  await fastify.register(cors, { origin: [...origins], methods, allowedHeaders: ASKED, exposedHeaders: TOLD, credentials: false, maxAge: REMEMBERED_SECONDS });
}
