import { type Contract, fieldNamesOf, figuresOf } from '@millrace/contracts';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Selection } from '../lists/selection.js';
import { shownFields } from '../lists/sparse-fields.js';
import { CSV_TYPE, csvOf } from './csv-page.js';
import { type Page, PAGE_LIMIT } from './pages.js';
import { XLSX_TYPE, xlsxOf } from './xlsx-file.js';

/** So many rows of a list are one workbook; behind them stands where the others are. */
export const WORKBOOK_ROWS = 10_000;

const TYPES: Readonly<Record<string, 'json' | 'csv' | 'xlsx'>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  [XLSX_TYPE]: 'xlsx',
  '*/*': 'json',
};

/** What a list is wanted as: the first type in `Accept` that it can be. */
export function typeWanted(accept: string | undefined): 'json' | 'csv' | 'xlsx' {
  const types = (accept ?? '').split(',').map((each) => each.split(';')[0]!.trim().toLowerCase());
  return types.map((type) => TYPES[type]).find((type) => type !== undefined) ?? 'json';
}

/** The columns of a file: what was asked for, or all that a row has. */
function columnsOf(row: Contract<object>, { fields, expansions }: Selection): readonly string[] {
  if (fields) return shownFields(fields, expansions);
  return [...fieldNamesOf(row), ...expansions.filter(({ within }) => within.length === 0).map(({ name }) => name)];
}

/** What a file is made of: the rows of a list, as a request selects them. */
export type FileOf = Readonly<{ row: Contract<object>; selection: Selection; request: FastifyRequest; reply: FastifyReply }>;

/** A page as a CSV file; where the next one is stands in `Link` (RFC 8288). */
export function csvFile(page: Page<object>, { row, selection, request, reply }: FileOf): string {
  void reply.headers({ 'content-type': CSV_TYPE, vary: 'accept' });
  linkNext(page, request, reply);
  return csvOf(page.data, columnsOf(row, selection));
}

/**
 * A list as a workbook: the page that was asked for with a limit, else everything from there on, read page by page while
 * it is sent.
 *
 * @param read Reads the page behind a cursor.
 */
export function xlsxFile(
  first: Page<object>,
  read: (after: string) => Promise<Page<object>>,
  whole: boolean,
  { row, selection, request, reply }: FileOf,
): StreamableFile {
  void reply.header('vary', 'accept');
  if (!whole) linkNext(first, request, reply);
  const columns = columnsOf(row, selection);
  const name = request.routeOptions.url!.split('/').at(-1)!;
  const rows = whole ? rowsOf(first, read, (next) => `There is more: ${targetOf(request, next)}`) : rowsOf({ data: first.data }, read);
  const file = xlsxOf(rows, columns, new Set(figuresOf(row)), name.slice(0, 31));
  return new StreamableFile(file, { type: XLSX_TYPE, disposition: `attachment; filename="${name}.xlsx"` });
}

async function* rowsOf(first: Page<object>, read: (after: string) => Promise<Page<object>>, more?: (next: string) => string): AsyncGenerator<object | string> {
  let page = first;
  for (let sent = 0; ; ) {
    yield* page.data;
    sent += page.data.length;
    if (page.next === undefined) return;
    if (sent + PAGE_LIMIT > WORKBOOK_ROWS) break;
    page = await read(page.next);
  }
  if (more) yield more(page.next);
}

function linkNext({ next }: Page<object>, request: FastifyRequest, reply: FastifyReply): void {
  if (next !== undefined) void reply.header('link', `<${targetOf(request, next)}>; rel="next"`);
}

/** The same question, for what comes behind. */
function targetOf(request: FastifyRequest, next: string): string {
  const [path = '', query] = request.url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('after', next);
  return `${path}?${asked}`;
}
