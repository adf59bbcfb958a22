import { askEverything, ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { definition } from './definition.js';

describe('the lists of orders', () => {
  let bench: ServiceBench;

  beforeAll(async () => {
    bench = await ServiceBench.start(inject('servers'), definition);
  });
  afterAll(() => bench.stop());

  it('can be asked everything that their declarations allow', async () => {
    const { asked, refused } = await askEverything(bench);
    expect(asked).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });
});
