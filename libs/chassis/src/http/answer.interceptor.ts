import { type Contract, fieldNamesOf } from '@millrace/contracts';
import type { Answer } from '@millrace/messaging';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { identityOf } from './access.js';
import { CSV_TYPE, csvOf, wantsCsv } from './csv-page.js';
import { Cursors } from './cursors.js';
import type { Page } from './pages.js';
import { descriptionOf, locationOf } from './returns.js';
import type { Seal } from './seal.js';

/** Unpacks the answers of commands, gives every document with a version its ETag, and closes the cursors of lists. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly cursors: Cursors;

  constructor(seal: Seal) {
    this.cursors = new Cursors(seal);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const row = rowOf(context.getHandler());
    if (row) return this.page(request, next).pipe(map((page) => (wantsCsv(request.headers.accept) ? asFile(page, row, request, reply) : page)));
    const path = locationOf(context.getHandler());
    return next.handle().pipe(map((result: unknown) => locate(path, answer(result, request, reply), reply)));
  }

  /** A handler reads and writes where pages end; what of it clients see bears a mark, so that nobody else can. */
  private page(request: FastifyRequest, next: CallHandler): Observable<Page<unknown>> {
    const list = { route: `${request.method} ${request.routeOptions.url}`, companyId: identityOf(request)?.companyId ?? null };
    const query = request.query as { after?: unknown };
    if (typeof query.after === 'string') query.after = this.cursors.open(query.after, list);
    return next.handle().pipe(map((page: Page<unknown>) => (page.next === undefined ? page : { ...page, next: this.cursors.close(page.next, list) })));
  }
}

/** The class of a list's rows. */
function rowOf(handler: object): Contract<object> | undefined {
  const body = descriptionOf(handler)?.body;
  return body !== undefined && 'page' in body ? body.page : undefined;
}

/** A page as a file; where the next one is stands in `Link` (RFC 8288). */
function asFile({ data, next }: Page<unknown>, row: Contract<object>, request: FastifyRequest, reply: FastifyReply): string {
  void reply.headers({ 'content-type': CSV_TYPE, vary: 'accept' });
  if (next !== undefined) {
    const [path = '', query] = request.url.split('?');
    const asked = new URLSearchParams(query);
    asked.set('after', next);
    void reply.header('link', `<${path}?${asked}>; rel="next"`);
  }
  return csvOf(data as readonly object[], fieldNamesOf(row));
}

function answer(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  let body = result;
  if (isAnswer(result)) {
    if (result.replayed) void reply.header('idempotency-replayed', 'true');
    body = result.response;
  }
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version !== 'number') return body;
  void reply.header('etag', `"${version}"`);
  if (request.method !== 'GET' || request.headers['if-none-match'] !== `"${version}"`) return body;
  void reply.status(304);
  return undefined;
}

/** Names in `Location` where a document stands. */
function locate(path: string | undefined, body: unknown, reply: FastifyReply): unknown {
  if (path === undefined) return body;
  const fields = body as Readonly<Record<string, string>>;
  void reply.header(
    'location',
    path.replace(/\{(\w+)\}/g, (_, field: string) => encodeURIComponent(fields[field]!)),
  );
  return body;
}

function isAnswer(value: unknown): value is Answer<unknown> {
  return typeof value === 'object' && value !== null && 'replayed' in value && 'response' in value;
}
