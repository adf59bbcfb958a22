import { askEverything, ServiceBench } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { definition } from './definition.js';

describe('the lists of identity', () => {
  let bench: ServiceBench;

  beforeAll(async () => {
    vi.stubEnv('IDENTITY_SECRET', 'a secret of sixteen bytes');
    bench = await ServiceBench.start(inject('servers'), definition);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await bench.stop();
  });

  it('can be asked everything that their declarations allow', async () => {
    const { asked, refused } = await askEverything(bench, [{ companyId: '0199a1b0-0000-7000-8000-000000000001' }]);
    expect(asked).toBeGreaterThan(50);
    expect(refused).toEqual([]);
  });
});
