import { buffer, text } from 'node:stream/consumers';
import { IsAmount, IsName } from '@millrace/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { csvFile, typeWanted, WORKBOOK_ROWS, xlsxFile } from './page-file.js';
import { PAGE_LIMIT } from './pages.js';
import { XLSX_TYPE } from './xlsx-file.js';

class RowDto {
  @IsName() readonly sku!: string;
  @IsAmount() readonly amount!: string;
}

const reply = { headers: () => reply, header: () => reply } as unknown as FastifyReply;
const request = { url: '/v1/rows?fields=sku', routeOptions: { url: '/v1/rows' } } as FastifyRequest;
const file = { row: RowDto, selection: { conditions: [], order: [], expansions: [] }, request, reply };
const row = (amount: string, sku = '0012') => ({ sku, amount });

async function sheetOf(answer: ReturnType<typeof xlsxFile>) {
  return (await readXlsx(await buffer(answer.getStream()))).sheets[0]!;
}

describe('the type that a list is wanted as', () => {
  it.each([
    [undefined, 'json'],
    ['', 'json'],
    ['text/html, */*', 'json'],
    ['text/csv', 'csv'],
    ['TEXT/CSV; charset=utf-8', 'csv'],
    ['application/json, text/csv', 'json'],
    [`text/html, ${XLSX_TYPE}, text/csv`, 'xlsx'],
  ])('of %j is %s', (accept, type) => {
    expect(typeWanted(accept)).toBe(type);
  });
});

describe('a list as a workbook', () => {
  it('has figures where a field holds figures, and text where a code looks like one or has too many digits', async () => {
    const sheet = await sheetOf(xlsxFile({ data: [row('12.50'), row('-3'), row('1234567890123.4567')] }, async () => ({ data: [] }), true, file));
    expect([sheet.name, sheet.rows]).toEqual([
      'rows',
      [
        ['sku', 'amount'],
        ['0012', 12.5],
        ['0012', -3],
        ['0012', '1234567890123.4567'],
      ],
    ]);
  });

  it('cuts a text to what a cell holds, and no character in two', async () => {
    const long = ['x'.repeat(32_767), 'x'.repeat(32_768), `${'x'.repeat(32_766)}\u{1f375}`, `=${'x'.repeat(32_767)}`];
    const sheet = await sheetOf(xlsxFile({ data: long.map((sku) => row('1', sku)) }, async () => ({ data: [] }), true, file));
    expect(sheet.rows.slice(1).map(([sku]) => String(sku).length)).toEqual([32_767, 32_767, 32_766, 32_767]);
  });

  it('goes through every page, and says where the rest is when it is full', async () => {
    const page = (at: number) => ({ data: Array.from({ length: PAGE_LIMIT }, () => row(String(at))), next: `after-${at}` });
    const read: string[] = [];
    const sheet = await sheetOf(
      xlsxFile(
        page(0),
        async (after) => {
          read.push(after);
          return page(read.length);
        },
        true,
        file,
      ),
    );
    expect(read).toHaveLength(WORKBOOK_ROWS / PAGE_LIMIT - 1);
    expect(sheet.rows).toHaveLength(1 + WORKBOOK_ROWS + 1);
    expect(sheet.rows.at(-1)![0]).toBe('There is more: /v1/rows?fields=sku&after=after-49');
  });

  it('reads no page before it is asked for more', async () => {
    let reads = 0;
    const answer = xlsxFile({ data: [row('1')], next: 'x' }, async () => ({ data: [row(String((reads += 1)))] }), true, file);
    expect(reads).toBe(0);
    expect((await sheetOf(answer)).rows).toHaveLength(3);
    expect(reads).toBe(1);
  });

  it('breaks off when a page cannot be read, so that nobody takes a part for the whole', async () => {
    const answer = xlsxFile({ data: [row('1')], next: 'x' }, () => Promise.reject(new Error('gone')), true, file);
    await expect(text(answer.getStream())).rejects.toThrow('gone');
  });
});

describe('a list as CSV', () => {
  it('has a column for each field of what a row names', () => {
    const rows = [{ sku: 'MUG', amount: '1', maker: { name: '=cmd' }, lines: [{ no: 1 }, { no: 2 }] }, row('2')];
    const asked = { ...file, selection: { ...file.selection, fields: ['maker.name', 'lines.no', 'sku'] } };
    expect(csvFile({ data: rows }, asked)).toBe('maker.name,lines.no,sku\r\n\'=cmd,"[1,2]",MUG\r\n,,0012\r\n');
  });
});
