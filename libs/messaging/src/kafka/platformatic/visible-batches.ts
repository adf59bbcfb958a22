import type { RecordsBatch } from '@platformatic/kafka';

type Batch = Pick<RecordsBatch, 'attributes' | 'firstOffset' | 'lastOffsetDelta' | 'producerId' | 'records'>;
type Aborted = Readonly<{ producerId: bigint; firstOffset: bigint }>;

const IN_TRANSACTION = 0b01_0000;
const MARK = 0b10_0000;
/** In the third and fourth byte of a mark's key. */
const ABORT = 0;

/** The first offset after a batch. */
export const endOf = (batch: Pick<Batch, 'firstOffset' | 'lastOffsetDelta'>) => batch.firstOffset + BigInt(batch.lastOffsetDelta) + 1n;

/**
 * What of an answer's partition is to be seen: neither marks of transactions nor what an aborted one wrote.
 *
 * The library hides those of which the answer has the end, and of several that one producer aborted the last one; a
 * transaction that is cut by the end of the answer, or followed by another, has to be hidden as well.
 */
export function visibleBatches<B extends Batch>(batches: readonly B[], aborted: readonly Aborted[]): B[] {
  const beginning = [...aborted].sort((a, b) => (a.firstOffset < b.firstOffset ? -1 : 1));
  const aborting = new Set<bigint>();
  return batches.filter((batch) => {
    while (beginning[0] && beginning[0].firstOffset < endOf(batch)) aborting.add(beginning.shift()!.producerId);
    if (batch.attributes & MARK) {
      if (batch.records[0]?.key?.readInt16BE(2) === ABORT) aborting.delete(batch.producerId);
      return false;
    }
    return !(batch.attributes & IN_TRANSACTION && aborting.has(batch.producerId));
  });
}
