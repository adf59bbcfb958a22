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

  it('rests longer each time that it fails in a row, an hour at most', () => {
    const file = start(5);
    const rests = Array.from({ length: 14 }, () => {
      file.rest(NOW);
      return (file.restingUntil!.getTime() - NOW.getTime()) / 1_000;
    });
    expect([rests.slice(0, 4), rests.at(-1)]).toEqual([[2, 4, 8, 16], 3_600]);
    file.advance(1, 0, NOW);
    expect(file).toMatchObject({ failures: 0, restingUntil: null });
  });

  it('takes on no row that the file does not have', () => {
    expect(() => start(1).advance(1, 1, NOW)).toThrow('the rows of its file');
  });
});
