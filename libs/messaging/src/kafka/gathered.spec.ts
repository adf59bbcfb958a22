import { describe, expect, it } from 'vitest';
import type { BrokerRecord } from '../record.js';
import { Gathered, type PartitionOffset } from './gathered.js';

const record = (offset: number): BrokerRecord => ({ topic: 'topic', partition: 0, offset: String(offset), key: `k${offset}`, headers: {}, value: null });

const extent = (from: number, next: number) => ({ topic: 'topic', partition: 0, from: BigInt(from), next: BigInt(next), end: BigInt(next) });

function gathering() {
  const committed: PartitionOffset[] = [];
  const gathered = new Gathered(
    async (offsets) => void committed.push(...offsets),
    () => {},
  );
  return { gathered, last: () => committed.at(-1)?.offset };
}

describe('what a member of a group has gathered', () => {
  it('is committed up to what is dealt with when it ends, not up to what came meanwhile', async () => {
    const { gathered, last } = gathering();
    gathered.add([record(5), record(6)], extent(5, 7));
    const inHand = await gathered.take(10);
    const ended = gathered.end();
    gathered.add([record(7)], extent(7, 8));
    gathered.done(inHand);
    await ended;
    expect(last()).toBe(7n);
  });

  it('is committed up to the last record that was taken when others of its partition still wait as it ends', async () => {
    const { gathered, last } = gathering();
    gathered.add([record(5), record(6)], extent(5, 9));
    const inHand = await gathered.take(1);
    const ended = gathered.end();
    gathered.done(inHand);
    await ended;
    expect(last()).toBe(6n);
  });

  it("is nobody's once the group was joined anew, so that nothing of before moves the offsets of now", async () => {
    const { gathered, last } = gathering();
    gathered.add([record(5)], extent(5, 6));
    const [before] = await gathered.take(10);
    gathered.beginAnew();
    gathered.add([record(5), record(6)], extent(5, 7));
    expect(gathered.owns(before!)).toBe(false);
    const [again] = await gathered.take(1);
    gathered.done([again!]);
    await gathered.end();
    expect(last()).toBe(6n);
  });

  it('covers what nobody is to see behind the last record', async () => {
    const { gathered, last } = gathering();
    gathered.add([record(5)], extent(5, 9));
    gathered.done(await gathered.take(10));
    gathered.add([], extent(9, 12));
    await gathered.end();
    expect(last()).toBe(12n);
  });
});
