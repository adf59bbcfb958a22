import type { Admin } from '@platformatic/kafka';
import { describe, expect, it } from 'vitest';
import { firstToAnswer } from './scram-users.js';

/** Of a cluster of three brokers, of which only some are up. */
function adminOf(...up: readonly number[]): Admin {
  const fake: Pick<Record<keyof Admin, unknown>, 'metadata' | 'connectToBrokers'> = {
    metadata: async () => ({ brokers: new Map([1, 2, 3].map((id) => [id, { host: 'broker', port: id }])) }),
    connectToBrokers: async (ids: readonly number[]) => {
      if (!ids.every((id) => up.includes(id))) throw new Error(`broker ${ids.join()} is down`);
      return new Map(ids.map((id) => [id, `connection to ${id}`]));
    },
  };
  return fake as unknown as Admin;
}

describe('the broker that is asked to make users', () => {
  it('is the first that answers, however many others are down', async () => {
    expect(await firstToAnswer(adminOf(1, 2, 3))).toBe('connection to 1');
    expect(await firstToAnswer(adminOf(3))).toBe('connection to 3');
  });

  it('is none when all are down, and what each said is told', async () => {
    await expect(firstToAnswer(adminOf())).rejects.toMatchObject({ errors: [1, 2, 3].map((id) => new Error(`broker ${id} is down`)) });
  });
});
