import type { Readable } from 'node:stream';
import { CLIENT_ADDRESS, ProblemException } from '@millrace/chassis';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import type { ApiRoute } from './api-document.js';
import type { Replica } from './replica.js';
import type { ReplicaSet } from './replica-set.js';

/** What a client may tell a service; everything else, such as who it says it is, stays outside. */
const PASSED_ON: readonly string[] = [
  'authorization',
  'content-type',
  'accept',
  'if-match',
  'if-none-match',
  'idempotency-key',
  'prefer',
  'traceparent',
  'tracestate',
  'user-agent',
];
/** And beside it on the routes of a sign-in, where a browser is spoken to. */
const OF_BROWSERS: readonly string[] = [...PASSED_ON, 'cookie', 'origin'];

/** Between two neighbours only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'proxy-authenticate', 'x-request-id']);

/** What a service is made of is nobody's business outside. */
const NEVER_TOLD = new Set(['server', 'x-powered-by']);

const ATTEMPTS = 3;
const SERVICE_UNAVAILABLE = 503;

/** Nothing of the request has reached the service. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Sends a request on to a replica of its service, and the answer back. */
export class Forwarder {
  inFlight = 0;

  constructor(
    private readonly services: ReadonlyMap<string, ReplicaSet>,
    private readonly inFlightLimit: number,
  ) {}

  /**
   * A request that never arrived goes to another replica; so does one that was cut off or that a replica cannot take, if
   * doing it twice is the same as doing it once: a read, or a write with an idempotency key, and no step of a sign-in.
   *
   * @throws ProblemException 503 when no replica takes it.
   */
  async forward(
    { service, withCookies, once = false }: Pick<ApiRoute, 'service' | 'withCookies' | 'once'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (this.inFlight >= this.inFlightLimit) throw unavailable('Too much is under way here just now');
    const replicas = this.services.get(service)!;
    const mayRepeat = !once && canRepeat(request);
    const tried: Replica[] = [];
    let unable: Answer | undefined;
    this.inFlight += 1;
    try {
      while (tried.length < ATTEMPTS) {
        const replica = replicas.choose(tried);
        if (!replica) break;
        tried.push(replica);
        try {
          const answer = await ask(replica, request, withCookies ? OF_BROWSERS : PASSED_ON);
          if (answer.statusCode !== SERVICE_UNAVAILABLE) return await pass(answer, reply);
          unable = answer;
          if (tried.length > 1 || !mayRepeat) break; // When two are not able, more attempts only add to what they bear.
        } catch (error) {
          const { code = 'cut off' } = error as { code?: string };
          if (NEVER_ARRIVED.has(code)) replica.markDown(code);
          else if (reply.sent || !mayRepeat) break;
        }
      }
    } finally {
      this.inFlight -= 1;
    }
    if (unable && isProblem(unable)) return pass(unable, reply);
    throw unavailable(`The service for ${service} does not answer just now`);
  }
}

type Answer = Readonly<{ statusCode: number; headers: Dispatcher.ResponseData['headers']; body: Buffer | Readable }>;

async function ask(replica: Replica, request: FastifyRequest, passedOn: readonly string[]): Promise<Answer> {
  replica.load += 1;
  try {
    const answer = await replica.pool.request({
      path: pathOf(request.raw.url!),
      method: request.method,
      headers: headersOf(request, replica, passedOn),
      body: (request.body as Buffer | undefined) ?? null,
    });
    return { statusCode: answer.statusCode, headers: answer.headers, body: await bodyOf(answer) };
  } finally {
    replica.load -= 1;
  }
}

/** A request may name a host before its path (RFC 9112, 3.2.2); where it goes is ours to say. */
const pathOf = (target: string) => target.replace(/^https?:\/\/[^/?#]*/i, '');

function pass({ statusCode, headers, body }: Answer, reply: FastifyReply): FastifyReply {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !HOP_BY_HOP.has(name) && !NEVER_TOLD.has(name)) reply.header(name, value);
  return reply.status(statusCode).send(body);
}

/** What a service says itself, and is meant for the client. */
function isProblem({ headers }: Answer): boolean {
  return String(headers['content-type']).startsWith('application/problem+json');
}

function headersOf(request: FastifyRequest, replica: Replica, passedOn: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = { host: replica.host, 'x-request-id': request.id, [CLIENT_ADDRESS]: request.ip };
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

/** Short bodies at once, so that one which breaks off can still be asked for again; long ones as they come. */
async function bodyOf({ body, headers }: Dispatcher.ResponseData): Promise<Buffer | Readable> {
  const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
  return length > 262_144 ? body : Buffer.from(await body.arrayBuffer());
}

function canRepeat(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.headers['idempotency-key'] !== undefined;
}

function unavailable(what: string): ProblemException {
  return new ProblemException(503, 'service-unavailable', `${what}: try again with the same Idempotency-Key.`, {}, { 'retry-after': '1' });
}
