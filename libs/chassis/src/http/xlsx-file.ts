import { Readable } from 'node:stream';
import type { CellValue } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import { valueAt } from '../lists/sparse-fields.js';
import { disarmed, FIGURE } from './csv-page.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Figures of more digits than a spreadsheet keeps stay text. */
const DIGITS = 15;
/** A cell holds no longer text: with one, the whole workbook counts as damaged. */
const CELL_LENGTH = 32_767;

/**
 * Rows as a workbook of one sheet, written while they are read: what it takes of memory does not grow with them.
 *
 * @param rows A text among them is a row of its own, for people.
 * @param figures The columns that hold figures; codes that look like one stay text.
 */
export function xlsxOf(rows: AsyncIterable<object | string>, columns: readonly string[], figures: ReadonlySet<string>, name: string): Readable {
  const sheet = writeXlsxStream(cellsOf(rows, columns, figures), { name, columns: columns.map((header) => ({ header })), freezePane: { rows: 1 } });
  return Readable.fromWeb(sheet as Parameters<typeof Readable.fromWeb>[0]);
}

async function* cellsOf(rows: AsyncIterable<object | string>, columns: readonly string[], figures: ReadonlySet<string>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) {
    yield typeof row === 'string' ? [textOf(row)] : columns.map((column) => cellOf(valueAt(row, column.split('.')), figures.has(column)));
  }
}

function cellOf(value: unknown, isFigure: boolean): CellValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return textOf(JSON.stringify(value));
  return isFigure && FIGURE.test(value) && value.replace(/\D/g, '').length <= DIGITS ? Number(value) : textOf(value);
}

/** As much of a text as a cell holds; no half of a character that takes two units stays at the end. */
function textOf(value: string): string {
  const text = disarmed(value);
  return text.length <= CELL_LENGTH ? text : text.slice(0, CELL_LENGTH).replace(/[\ud800-\udbff]$/, '');
}
