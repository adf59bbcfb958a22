import { type Contract, fieldNamesOf, type Violation, violationsOf } from '@millrace/contracts';
import { Refusal } from '@millrace/kernel';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { parse } from 'csv-parse/sync';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from './problem.js';
import { isStorable, NOT_STORABLE } from './text.js';

/** A row of a file as a document, and the line where it ends. */
export type CsvRow<T> = Readonly<{ line: number; fields: T }>;

/** A row of a file as it was written, and what is wrong with its form. */
export type CsvLine = Readonly<{ line: number; fields: Readonly<{ [column: string]: string }>; fault?: Violation }>;

/** What a route takes as CSV: a row's class, whose fields are the columns, and how many rows. */
export type CsvShape = Readonly<{ row: Contract<object>; limit: number }>;

type Record = Readonly<{ record: readonly string[]; info: Readonly<{ lines: number }> }>;

const SHAPE = Symbol('millrace:csv');
const ERRORS_LIMIT = 100;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A route that takes a CSV file instead of a JSON document. */
export function TakesCsv(row: Contract<object>, limit: number): MethodDecorator {
  return applyDecorators(RouteConfig({ csv: true }), SetMetadata(SHAPE, { row, limit } satisfies CsvShape));
}

export function takesCsv({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { csv?: boolean }).csv === true;
}

export function csvShapeOf(handler: object): CsvShape | undefined {
  return Reflect.getMetadata(SHAPE, handler) as CsvShape | undefined;
}

/** Parameter of a controller's method: the rows of the file that was sent, each valid by its class. */
export const CsvRows = createParamDecorator((_data: unknown, context: ExecutionContext): CsvRow<object>[] =>
  fileOf(context).rows(csvShapeOf(context.getHandler())!),
);

/** The same for a route that takes each row by itself, and looks at what its class says of it later. */
export const CsvLines = createParamDecorator((_data: unknown, context: ExecutionContext): CsvLine[] =>
  fileOf(context).lines(csvShapeOf(context.getHandler())!),
);

function fileOf(context: ExecutionContext): CsvFile {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!(body instanceof CsvFile)) throw ProblemException.mediaTypeUnsupported('text/csv');
  return body;
}

/** Why nothing of a file was taken; each error points at a line, and at a column where it is one cell. */
export function refuseCsv(violations: readonly Violation[]): Refusal {
  const [{ pointer, detail }] = violations as [Violation];
  const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
  const where = pointer === '' ? 'the file' : `line ${pointer.slice(1).replace('/', ', ')}`;
  const errors = violations.slice(0, ERRORS_LIMIT).map((each) => ({ pointer: each.pointer, detail: each.detail }));
  return new Refusal('csv-refused', 'invalid', `Nothing was imported. ${where}: ${detail}${more}`, { errors });
}

const refused = (pointer: string, ...details: readonly string[]) => ProblemException.of(refuseCsv(details.map((detail) => ({ pointer, detail }))));

/** A CSV file (RFC 4180) as it came. */
export class CsvFile {
  constructor(private readonly bytes: Buffer) {}

  /** What a repeated request is compared by. */
  toJSON(): string {
    return this.bytes.toString('base64');
  }

  /** @throws ProblemException 422 that names every line that is wrong, 413 when there are too many. */
  rows(shape: CsvShape): CsvRow<object>[] {
    const { columns, records } = this.table(shape);
    const { row } = shape;
    const rows = records.map(({ record, info }) => ({ line: info.lines, cells: record, fields: fieldsIn(record, columns) }));
    const errors = rows.flatMap(({ line, cells, fields }) =>
      errorsOf(cells, fields, columns, row).map((each) => ({ ...each, pointer: `/${line}${each.pointer}` })),
    );
    if (errors.length > 0) throw ProblemException.of(refuseCsv(errors));
    return rows.map(({ line, fields }) => ({ line, fields }));
  }

  /** @throws ProblemException 422 when it is no table of these columns, 413 when there are too many rows. */
  lines(shape: CsvShape): CsvLine[] {
    const { columns, records } = this.table(shape);
    return records.map(({ record, info: { lines: line } }) => {
      const [fault] = formFaults(record, columns);
      return fault ? { line, fields: {}, fault } : { line, fields: fieldsIn(record, columns) };
    });
  }

  private table({ row, limit }: CsvShape): Readonly<{ columns: readonly string[]; records: readonly Record[] }> {
    const [header, ...records] = recordsOf(textOf(this.bytes));
    if (!header || records.length === 0) throw refused('', 'has no row below a header');
    const columns = columnsOf(header, row);
    if (records.length > limit) throw ProblemException.bodyTooLarge(`The file has ${records.length} rows, and ${limit} are taken at once: split it.`);
    return { columns, records };
  }
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw refused('', 'is not UTF-8');
  }
}

function recordsOf(text: string): Record[] {
  try {
    return parse(text, { info: true, relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'] }) as unknown as Record[];
  } catch (error) {
    const { lines, message } = error as Error & { lines?: number };
    if (lines === undefined) throw error;
    throw refused(`/${lines}`, message.split(':')[0]!.toLowerCase());
  }
}

function columnsOf({ record, info }: Record, row: Contract<object>): readonly string[] {
  const known = fieldNamesOf(row);
  const required = violationsOf(row, {}, { strict: true }).map(({ pointer }) => pointer.slice(1));
  const errors = [
    ...record
      .filter((name) => !known.includes(name))
      .map((name) => `has no column ${JSON.stringify(name.slice(0, 40))} to take: the columns are ${known.join(', ')}`),
    ...record.filter((name, at) => record.indexOf(name) !== at).map((name) => `names the column ${name} twice`),
    ...required.filter((name) => !record.includes(name)).map((name) => `lacks the column ${name}`),
  ];
  if (errors.length > 0) throw refused(`/${info.lines}`, ...errors);
  return record;
}

/** An empty cell says nothing of its field. */
function fieldsIn(cells: readonly string[], columns: readonly string[]): Readonly<{ [column: string]: string }> {
  return Object.fromEntries(columns.flatMap((column, at) => (cells[at] ? [[column, cells[at].normalize('NFC')]] : [])));
}

function errorsOf(cells: readonly string[], fields: object, columns: readonly string[], row: Contract<object>): readonly Violation[] {
  const faults = formFaults(cells, columns);
  return faults.length > 0 ? faults : violationsOf(row, fields, { strict: true });
}

/** What is wrong with a row whatever its fields mean. */
function formFaults(cells: readonly string[], columns: readonly string[]): readonly Violation[] {
  if (cells.length !== columns.length) return [{ pointer: '', detail: `has ${cells.length} cells, and the header ${columns.length}` }];
  return columns.filter((_, at) => !isStorable(cells[at]!)).map((column) => ({ pointer: `/${column}`, detail: NOT_STORABLE }));
}
