import { beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { expectCleanAudit, Suite } from './suite.js';

type Import = Readonly<{ itemImportId: string; state: string; rowCount: number; done: number; created: number; refused: number }>;

const PATH = '/v1/item-imports';
const ROWS = 2_500;
const HEADER = 'sku,name,kind\n';
const FILE = `${HEADER}${Array.from({ length: ROWS }, (_, at) => `IMP-${at},Item ${at},stocked\n`).join('')}IMP-7,Again,stocked\nshort,\nIMP-X,"=cmd",liquid\n`;

describe('the import of a large file of items', () => {
  let suite: Suite;
  let company: Company;

  beforeAll(async () => {
    suite = new Suite();
    company = await Company.found(suite, 'Imports');
  });

  const refused = async ({ itemImportId }: Import) =>
    (await company.api.list<{ line: number; pointer: string; detail: string }>(`${PATH}/${itemImportId}/refused-rows`)).map(({ line, pointer }) => [
      line,
      pointer,
    ]);
  const WRONG = [
    [ROWS + 2, '/sku'],
    [ROWS + 3, ''],
    [ROWS + 4, '/kind'],
  ];
  const imported = () => company.api.list('/v1/items?filter[sku][startsWith]=IMP-');

  it('says beforehand what would become of each row, and creates nothing', async () => {
    const dry = await company.sendFile<Import>(`${PATH}?dryRun=true`, FILE);
    expect(dry).toMatchObject({ state: 'done', rowCount: ROWS + 3, created: ROWS, refused: 3 });
    expect(await refused(dry)).toEqual(WRONG);
    expect(await imported()).toEqual([]);
  });

  it('creates what can be, names each row that cannot, and tells every service', async () => {
    const done = await company.sendFile<Import>(PATH, FILE);
    expect(done).toMatchObject({ state: 'done', done: ROWS + 3, created: ROWS, refused: 3 });
    expect(await refused(done)).toEqual(WRONG);
    expect(await imported()).toHaveLength(ROWS);
    expect(await company.api.get(`${PATH}/${done.itemImportId}?fields=state,created`)).toEqual({ state: 'done', created: ROWS });
    await company.post('/v1/prices', { sku: `IMP-${ROWS - 1}`, unitPrice: '2.00', validFrom: company.today }); // Until orders has heard of the last one.
    await expectCleanAudit(suite);
  });

  it('refuses at once what is no such file', async () => {
    for (const [file, code] of [
      ['', 'csv-refused'],
      [HEADER, 'csv-refused'],
      ['sku,colour\nA,red\n', 'csv-refused'],
      [`${HEADER}"A,B,C\n`, 'csv-refused'],
    ] as const)
      await expect(company.sendFile(PATH, file)).rejects.toMatchObject({ problem: { status: 422, code } });
  });

  it('shows an import to its company alone', async () => {
    const [mine] = await company.api.list<Import>(PATH);
    const other = await Company.found(suite, 'Elsewhere');
    for (const path of [`${PATH}/${mine!.itemImportId}`, `${PATH}/${mine!.itemImportId}/refused-rows`])
      await expect(other.api.get(path)).rejects.toMatchObject({ problem: { status: 404 } });
    expect(await other.api.list(PATH)).toEqual([]);
  });
});
