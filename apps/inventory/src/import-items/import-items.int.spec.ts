import { CompanyCreated } from '@millrace/contracts';
import { newId } from '@millrace/kernel';
import { ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { definition } from '../definition.js';
import { CreateItemHandler } from '../items/create-item.handler.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { ItemImportRepository } from '../persistence/item-import.repository.js';
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

  it('stands in the audit trail with each part of the file, by who sent it, and a dry run does not', async () => {
    await begin([row('CUP')], true);
    const { itemImportId } = await begin(Array.from({ length: 210 }, (_, at) => row(`SKU-${at}`)));
    await importer.takeAll();
    const lines = `
      select concat_ws(' ', operation, subject, record_type, record_id, changes->0->>'record', changes->0->'after'->>'sku', json_array_length(changes) + coalesce(more, 0)) as what
      from audit_trail order by tx, id`;
    const line = (sku: string, count: number) => `ImportItems_begin tester item-import ${itemImportId} item ${sku} ${count}`;
    expect(await bench.look(companyId, lines)).toEqual([line('SKU-0', 201), line('SKU-200', 11)]);
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

  const another = async () => {
    const id = newId();
    await bench.take(bench.tell(id, CompanyCreated.of({ ...CompanyCreated.example, companyId: id })));
    return id;
  };

  it('waits for no other company: the oldest of each comes first', async () => {
    const files = [await begin([row('A')]), await begin([row('B')]), await begin([row('C')])];
    const other = await another();
    const late = await bench.command(BeginImportHandler, other, { dryRun: true, lines: [{ line: 2, fields: row('D') }] });
    const next = await bench.app.get(ItemImportRepository).running(3);
    expect(next.map(({ id }) => id)).toEqual([files[0]!, late, files[1]!].map(({ itemImportId }) => itemImportId));
    await importer.takeAll();
  });

  it('is not taken in while ten of the company are running, and is again when one is done', async () => {
    const files = [];
    for (let n = 0; n < 10; n += 1) files.push(await begin([row(`SKU-${n}`)], true));
    await expect(begin([row('MUG')])).rejects.toThrow('too-many-imports');
    await importer.takeSome(companyId, files[0]!.itemImportId);
    const both = await Promise.allSettled([begin([row('MUG')]), begin([row('CUP')])]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await importer.takeAll();
  });

  it('rests after it failed, and the others go on', async () => {
    const bad = await begin([row('MUG')]);
    const taken = vi.spyOn(bench.app.get(ItemRepository), 'taken').mockRejectedValueOnce(new Error('no such luck'));
    await begin([row('CUP')]);
    await importer.takeAll();
    taken.mockRestore();
    expect(await bench.look(companyId, FILES)).toEqual(['running 0/1 0 0', 'done 1/1 1 0']);
    const resting = `select failures || ' ' || (resting_until > now()) as what from item_import where state = 'running'`;
    expect(await bench.look(companyId, resting)).toEqual(['1 true']);
    expect(await bench.app.get(ItemImportRepository).running(20)).toEqual([]);
    expect(await importer.takeSome(companyId, bad.itemImportId)).toBe(true);
    expect(await bench.look(companyId, FILES)).toEqual(['done 1/1 1 0', 'done 1/1 1 0']);
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
