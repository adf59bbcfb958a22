import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Decimal } from '@millrace/kernel';
import { parse } from 'csv-parse';

export type RetailLine = Readonly<{ sku: string; description: string; quantity: number; price: Decimal; isStocked: boolean }>;
export type DocumentKind = 'sale' | 'return' | 'adjustment' | 'bad-debt';

/** One document of the retailer: its lines are those of one number, whatever their place in the file. */
export type RetailDocument = Readonly<{
  number: string;
  kind: DocumentKind;
  /** Number of the customer, or nobody's: then it is the walk-in customer of the country. */
  customer: string;
  country: string;
  /** YYYY-MM-DD */
  on: string;
  lines: readonly RetailLine[];
}>;

type Row = Readonly<Record<'InvoiceNo' | 'StockCode' | 'Description' | 'Quantity' | 'InvoiceDate' | 'UnitPrice' | 'CustomerID' | 'Country', string>>;

const COLUMNS = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'] as const;
const STOCKED = /^\d{5}[A-Z]*$/;
const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * Reads a part of the UCI data set Online Retail, plain or compressed with gzip, in the file's order.
 *
 * @throws Error that names the row that is not as the data set has them.
 */
export async function readRetailFile(file: string): Promise<RetailDocument[]> {
  const raw = createReadStream(file);
  const text = (await isGzip(file)) ? raw.pipe(createGunzip()) : raw;
  const rows = text.pipe(parse({ bom: true, columns: (head: string[]) => checked(head), skip_empty_lines: true, relax_column_count: false }));
  for (const source of new Set([raw, text])) source.on('error', (error: Error) => rows.destroy(error));
  const byNumber = new Map<string, Row[]>();
  for await (const row of rows as AsyncIterable<Row>) {
    const known = byNumber.get(row.InvoiceNo);
    if (known) known.push(row);
    else byNumber.set(row.InvoiceNo, [row]);
  }
  return [...byNumber].map(([number, lines]) => documentOf(number, lines));
}

function checked(head: string[]): string[] {
  const missing = COLUMNS.filter((column) => !head.includes(column));
  if (missing.length > 0) throw new Error(`The file has no column ${missing.join(', ')}: it must be a part of the data set Online Retail, as CSV in UTF-8.`);
  return head;
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP);
  } finally {
    await handle.close();
  }
}

function documentOf(number: string, rows: readonly Row[]): RetailDocument {
  const first = rows[0]!;
  const lines = rows.map((row) => lineOf(number, row));
  const customer = first.CustomerID.split('.')[0]!;
  return { number, kind: kindOf(number, customer, lines), customer, country: first.Country, on: dayOf(number, first.InvoiceDate), lines };
}

function lineOf(number: string, row: Row): RetailLine {
  const sku = row.StockCode.trim().toUpperCase();
  const quantity = Number(row.Quantity);
  if (!Number.isInteger(quantity) || !/^-?\d+(\.\d+)?$/.test(row.UnitPrice) || sku === '') {
    throw new Error(`Document ${number} has a line that is not understood: "${row.StockCode}", quantity "${row.Quantity}", price "${row.UnitPrice}".`);
  }
  return { sku, description: row.Description.trim(), quantity, price: new Decimal(row.UnitPrice), isStocked: STOCKED.test(sku) };
}

function kindOf(number: string, customer: string, lines: readonly RetailLine[]): DocumentKind {
  if (number.startsWith('C')) return 'return';
  if (number.startsWith('A')) return 'bad-debt';
  return customer === '' && lines.every((line) => line.price.isZero()) ? 'adjustment' : 'sale';
}

/** Copies of the data set write `2010-12-01 08:26:00` or `12/1/2010 8:26`. */
function dayOf(number: string, text: string): string {
  const iso = /^(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1];
  if (iso) return iso;
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  if (!year) throw new Error(`Document ${number} has a date that is not understood: "${text}".`);
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
