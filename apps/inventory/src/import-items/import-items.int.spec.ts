import { CompanyCreated } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { definition } from '../definition.js';
import { CreateItemHandler } from '../items/create-item.handler.js';
import { BeginImportHandler } from './begin-import.handler.js';
import { ItemImporter } from './item-importer.js';

const FILES = `select concat_ws(' ', state, done || '/' || row_count, created, refused) as what from item_import order by id`;
const REFUSED = `select concat_ws(' ', line, pointer, detail) as what from item_import_row order by row_no`;
const ITEMS = `select sku as what from item order by sku`;
const FACTS = 'inventory.item-created.v1';

describe('a large file of items', () => {
  let bench: ServiceBench;
  let companyId: string;
  let importer: ItemImporter;

  beforeAll(async () => {
    bench = await ServiceBench.start(inject('servers'), definition);
    importer = bench.app.get(ItemImporter);
  });
  afterAll(() => bench.stop());

  beforeEach(async () => {
    companyId = newId();
    await bench.take(bench.tell(companyId, CompanyCreated.of({ ...CompanyCreated.example, companyId })));
  });

  const row = (sku: string, more: Record<string, string> = {}) => ({ sku, name: 'Mug', kind: 'stocked', ...more });
  const begin = (rows: Record<string, string>[], dryRun = false) =>
    bench.command(BeginImportHandler, companyId, { dryRun, lines: rows.map((fields, at) => ({ line: at + 2, fields })) });
  const published = async () => (await bench.published(companyId)).filter((each) => each.startsWith(FACTS));

  const MIXED = [row('MUG'), row('lower'), row('CUP'), row('MUG'), row('TEA', { kind: 'liquid' }), row('POT'), { name: 'No SKU', kind: 'stocked' }];
  const VERDICTS = [
    expect.stringMatching(/^3 \/sku /),
    '5 /sku line 2 has the SKU MUG too',
    expect.stringMatching(/^6 \/kind /),
    '7 /sku there is an item POT already',
    expect.stringMatching(/^8 \/sku /),
  ];

  it('is taken on row by row: what can be created is, and each other row says why not', async () => {
    await bench.command(CreateItemHandler, companyId, { sku: 'POT', name: 'Pot', kind: 'stocked' });
    await begin(MIXED);
    expect(await bench.look(companyId, FILES)).toEqual(['running 0/7 0 0']);
    await importer.takeAll();
    expect(await bench.look(companyId, FILES)).toEqual(['done 7/7 2 5']);
    expect(await bench.look(companyId, REFUSED)).toEqual(VERDICTS);
    expect(await bench.look(companyId, ITEMS)).toEqual(['CUP', 'MUG', 'POT']);
    expect(await published()).toEqual([`${FACTS} 3`]);
  });

  it('is only looked at by a dry run, which says the same and creates nothing', async () => {
    await bench.command(CreateItemHandler, companyId, { sku: 'POT', name: 'Pot', kind: 'stocked' });
    await begin(MIXED, true);
    await importer.takeAll();
    expect(await bench.look(companyId, FILES)).toEqual(['done 7/7 2 5']);
    expect(await bench.look(companyId, REFUSED)).toEqual(VERDICTS);
    expect(await bench.look(companyId, ITEMS)).toEqual(['POT']);
    expect(await published()).toEqual([`${FACTS} 1`]);
  });

  it('shows how far it is, and goes on from there in whichever process', async () => {
    const { itemImportId } = await begin(Array.from({ length: 450 }, (_, at) => row(`SKU-${at}`)));
    expect(await importer.takeSome(companyId, itemImportId)).toBe(true);
    expect(await bench.look(companyId, FILES)).toEqual(['running 200/450 200 0']);
    await Promise.all([importer.takeAll(), importer.takeAll(), importer.takeAll()]);
    await importer.takeAll();
    expect(await bench.look(companyId, FILES)).toEqual(['done 450/450 450 0']);
    expect(await published()).toEqual([`${FACTS} 450`]);
    expect(await importer.takeSome(companyId, itemImportId)).toBe(false);
  });

  it('tells a row that repeats one of an earlier part of the file', async () => {
    await begin([...Array.from({ length: 300 }, (_, at) => row(`SKU-${at}`)), row('SKU-1')], true);
    await importer.takeAll();
    expect(await bench.look(companyId, REFUSED)).toEqual(['302 /sku line 3 has the SKU SKU-1 too']);
  });

  it('keeps rows whose form was wrong from the beginning', async () => {
    const fault = { pointer: '', detail: 'has 2 cells, and the header 3' };
    await bench.command(BeginImportHandler, companyId, {
      dryRun: false,
      lines: [
        { line: 2, fields: {}, fault },
        { line: 3, fields: row('MUG') },
      ],
    });
    await importer.takeAll();
    expect(await bench.look(companyId, FILES)).toEqual(['done 2/2 1 1']);
    expect(await bench.look(companyId, REFUSED)).toEqual(['2  has 2 cells, and the header 3']);
  });

  it('cannot name an item that somebody else made meanwhile', async () => {
    const { itemImportId } = await begin([row('MUG'), row('CUP')]);
    await Promise.all([
      importer.takeSome(companyId, itemImportId).catch(() => false),
      bench.command(CreateItemHandler, companyId, row('MUG') as never).catch(() => undefined),
    ]);
    await importer.takeAll();
    expect(await bench.look(companyId, ITEMS)).toEqual(['CUP', 'MUG']);
    expect((await published())[0]).toBe(`${FACTS} 2`);
  });
});
