import { compatibilityPartitioner } from '@platformatic/kafka';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionOf } from '../partition-of.js';

it('is the partition that kafkajs takes, for any key and any number of partitions', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 64 }), (bytes, count) => {
      const key = Buffer.from(bytes);
      expect(compatibilityPartitioner({ topic: '' }, key) % count).toBe(partitionOf(key, count));
    }),
    { numRuns: 5_000 },
  );
});
