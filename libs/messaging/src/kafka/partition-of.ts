import kafkajs, { type PartitionMetadata } from 'kafkajs';

/** An order's facts come over several topics within a moment; the partitioner takes its time over each key. */
const REMEMBERED = 10_000;

const partitioner = kafkajs.Partitioners.DefaultPartitioner();
const remembered = new Map<string, number>();

/** The partition to which every producer of ours sends a key, of a topic that has so many. */
export function partitionOf(key: Buffer, count: number): number {
  const name = `${count} ${key.toString('latin1')}`;
  let partition = remembered.get(name);
  if (partition === undefined) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    const partitionMetadata = Array.from({ length: count }, (_, partitionId) => ({ partitionId }) as PartitionMetadata);
    partition = partitioner({ topic: '', partitionMetadata, message: { key, value: null } });
    remembered.set(name, partition);
  }
  return partition;
}
