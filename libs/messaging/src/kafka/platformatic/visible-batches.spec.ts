import { describe, expect, it } from 'vitest';
import { visibleBatches } from './visible-batches.js';

const MARKS = { abort: Buffer.from([0, 0, 0, 0]), commit: Buffer.from([0, 0, 0, 1]) };

describe('what an answer to a fetch shows', () => {
  /** `1 x` is a fact in a transaction of producer 1, `1 abort` and `1 commit` end that, and `- x` is a fact in none. */
  function seen(records: readonly string[], aborted: readonly (readonly [producerId: number, firstOffset: number])[], from = 0): string[] {
    const batches = records.map((record, index) => {
      const [producer, what] = record.split(' ') as [string, string];
      const mark = MARKS[what as keyof typeof MARKS];
      const attributes = (producer === '-' ? 0 : 0b01_0000) | (mark ? 0b10_0000 : 0);
      const key = mark ?? Buffer.from(what);
      const facts = [{ length: 0, attributes: 0, timestampDelta: 0n, offsetDelta: 0, key, value: null, headers: [] }];
      return { attributes, firstOffset: BigInt(from + index), lastOffsetDelta: 0, producerId: BigInt(producer === '-' ? -1 : producer), records: facts };
    });
    const transactions = aborted.map(([producerId, firstOffset]) => ({ producerId: BigInt(producerId), firstOffset: BigInt(firstOffset) }));
    return visibleBatches(batches, transactions).map(({ records: [fact] }) => fact!.key.toString());
  }

  it('is what was committed, and nothing of what was aborted', () => {
    expect(seen(['- a', '1 b', '1 abort', '2 c', '2 commit', '1 d', '1 commit', '- e'], [[1, 1]])).toEqual(['a', 'c', 'd', 'e']);
  });

  it('is nothing of two that overlap, in whichever order they end', () => {
    const overlapping = ['1 a', '2 b', '- c', '2 abort', '1 d', '1 abort', '- e'];
    const [one, two] = [[1, 0] as const, [2, 1] as const];
    expect(seen(overlapping, [two, one])).toEqual(['c', 'e']);
    expect(seen(overlapping, [one, two])).toEqual(['c', 'e']);
  });

  it('is nothing of several that one producer aborted, and what it committed between them', () => {
    const several = ['1 a', '1 abort', '1 b', '1 commit', '1 c', '1 abort'];
    expect(
      seen(several, [
        [1, 0],
        [1, 4],
      ]),
    ).toEqual(['b']);
  });

  it('is nothing of one whose end is not in it, and of one that had begun before it', () => {
    expect(seen(['- a', '1 b', '1 c'], [[1, 1]])).toEqual(['a']);
    expect(seen(['1 b', '1 abort', '- c'], [[1, 3]], 10)).toEqual(['c']);
  });

  it('is a fact whose key has the bytes of a mark', () => {
    expect(seen(['- \u0000\u0000\u0000\u0000'], [])).toEqual(['\u0000\u0000\u0000\u0000']);
  });
});
