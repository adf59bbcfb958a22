import { describe, expect, it } from 'vitest';
import { ItemImport } from './item-import.js';

const NOW = new Date('2026-11-22T08:30:00Z');
const start = (rowCount: number) =>
  ItemImport.of({ companyId: 'C-1', id: 'I-1', dryRun: false, rowCount, createdBy: 'anna', createdAt: new Date('2026-11-22T08:29:00Z') });

describe('the import of a file of items', () => {
  it('runs until every row is created or refused', () => {
    const file = start(5);
    file.advance(2, 1, NOW);
    expect(file).toMatchObject({ state: 'running', done: 3, created: 2, refused: 1, endedAt: null, version: 2 });
    file.advance(1, 1, NOW);
    expect(file).toMatchObject({ state: 'done', done: 5, created: 3, refused: 2, endedAt: NOW, version: 3 });
  });

  it('takes on no row that the file does not have', () => {
    expect(() => start(1).advance(1, 1, NOW)).toThrow('the rows of its file');
  });
});
