import type { Answer } from '@millrace/messaging';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, map, mergeMap, type Observable } from 'rxjs';
import type { ListReader } from '../lists/list-reader.js';
import { rowOf, type Selection, takeSelection } from '../lists/selection.js';
import { picked, shownFields } from '../lists/sparse-fields.js';
import { Caller, identityOf } from './access.js';
import { Cursors } from './cursors.js';
import { csvFile, type FileOf, typeWanted, xlsxFile } from './page-file.js';
import { type Page, PAGE_LIMIT } from './pages.js';
import { descriptionOf, locationOf } from './returns.js';
import type { Seal } from './seal.js';

/** Unpacks the answers of commands, gives every document with a version its ETag, closes the cursors of lists, and shows what was selected. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  private readonly cursors: Cursors;

  constructor(
    seal: Seal,
    private readonly lists: Pick<ListReader, 'expanded'>,
  ) {
    this.cursors = new Cursors(seal);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const description = descriptionOf(context.getHandler());
    const selection = takeSelection(request, context.getHandler(), description);
    const row = rowOf(description);
    if (row && isPage(description!.body!)) return from(this.shownPage(next, { row, selection, request, reply }));
    const path = locationOf(context.getHandler());
    return next.handle().pipe(
      map((result: unknown) => locate(path, answer(result, request, reply, selection), reply)),
      mergeMap((body) => this.inFull(body, selection, request)),
      map((body) => shownOf(body, selection)),
    );
  }

  /** A handler reads and writes where pages end; what of it clients see bears a mark, so that nobody else can. */
  private page(request: FastifyRequest, next: CallHandler): Observable<Page<object>> {
    const list = { route: `${request.method} ${request.routeOptions.url}`, companyId: identityOf(request)?.companyId ?? null };
    const query = request.query as { after?: unknown };
    if (typeof query.after === 'string') query.after = this.cursors.open(query.after, list);
    return next.handle().pipe(map((page: Page<object>) => (page.next === undefined ? page : { ...page, next: this.cursors.close(page.next, list) })));
  }

  private async shownPage(next: CallHandler, file: FileOf): Promise<unknown> {
    const { selection, request } = file;
    const query = request.query as { after?: string; limit?: string };
    const wanted = typeWanted(request.headers.accept);
    const whole = wanted === 'xlsx' && query.limit === undefined;
    if (whole) query.limit = String(PAGE_LIMIT);
    const read = async (after = query.after): Promise<Page<object>> => {
      query.after = after;
      const page = await lastValueFrom(this.page(request, next));
      return { ...page, data: await this.inFull(page.data, selection, request) };
    };
    const page = await read();
    if (wanted === 'xlsx') return xlsxFile(page, read, whole, file);
    return wanted === 'csv' ? csvFile(page, file) : { ...page, data: shownOf(page.data, selection) };
  }

  /** With what it names and was asked for. */
  private async inFull<T>(body: T, { expansions }: Selection, request: FastifyRequest): Promise<T> {
    return expansions.length === 0 || body === undefined ? body : this.lists.expanded(body, expansions, new Caller(identityOf(request)!, request));
  }
}

/** What a document or a row shows. */
function shownOf(body: unknown, { fields, expansions }: Selection): unknown {
  return fields ? picked(body, shownFields(fields, expansions)) : body;
}

const isPage = (body: object): boolean => 'page' in body;

function answer(result: unknown, request: FastifyRequest, reply: FastifyReply, { expansions }: Selection): unknown {
  let body = result;
  if (isAnswer(result)) {
    if (result.replayed) void reply.header('idempotency-replayed', 'true');
    body = result.response;
  }
  const version = (body as { version?: unknown } | null | undefined)?.version;
  if (typeof version !== 'number' || expansions.length > 0) return body; // A version says nothing of what else is shown.
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
