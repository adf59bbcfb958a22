import { describe, expect, it } from 'vitest';
import { hideAborted } from './kafkajs-aborted.js';

const ends = { abort: Buffer.from([0, 0, 0, 0]), commit: Buffer.from([0, 0, 0, 1]) };

describe('an answer to a fetch', () => {
  /** `1 x` is a fact in a transaction of producer 1, `1 abort` and `1 commit` end that, and `- x` is a fact in none. */
  function seen(records: readonly string[], aborted: readonly (readonly [producerId: string, firstOffset: number])[], from = 0): string[] {
    const messages = records.map((record, index) => {
      const [producerId, what] = record.split(' ') as [string, string];
      const isControlRecord = what in ends;
      const key = isControlRecord ? ends[what as keyof typeof ends] : Buffer.from(what);
      return { offset: String(from + index), key, isControlRecord, batchContext: { producerId, inTransaction: producerId !== '-' } };
    });
    const partition = { messages, abortedTransactions: aborted.map(([producerId, firstOffset]) => ({ producerId, firstOffset: String(firstOffset) })) };
    hideAborted(partition);
    expect(partition.abortedTransactions).toEqual([]); // Nothing is left for anybody else to look at.
    return messages.filter((each) => !each.isControlRecord).map(({ key }) => key.toString());
  }

  it('shows what was committed, and nothing of what was aborted', () => {
    expect(seen(['- a', '1 b', '1 abort', '2 c', '2 commit', '1 d', '1 commit', '- e'], [['1', 1]])).toEqual(['a', 'c', 'd', 'e']);
  });

  it('shows nothing of two that overlap, in whichever order they end', () => {
    const overlapping = ['1 a', '2 b', '- c', '2 abort', '1 d', '1 abort', '- e'];
    const [one, two] = [['1', 0] as const, ['2', 1] as const];
    expect(seen(overlapping, [two, one])).toEqual(['c', 'e']);
    expect(seen(overlapping, [one, two])).toEqual(['c', 'e']);
  });

  it('shows nothing of two that had begun before it', () => {
    const later = ['2 a', '1 b', '1 abort', '2 c', '2 abort', '- d'];
    expect(
      seen(
        later,
        [
          ['1', 3],
          ['2', 4],
        ],
        10,
      ),
    ).toEqual(['d']);
  });

  it('shows a fact whose key has the bytes of a mark, and goes on hiding', () => {
    expect(seen(['1 \u0000\u0000\u0000\u0000', '1 a', '1 abort', '- \u0000\u0000\u0000\u0000'], [['1', 0]])).toEqual(['\u0000\u0000\u0000\u0000']);
  });
});
