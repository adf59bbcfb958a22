import { describe, expect, it } from 'vitest';
import { LinkLimits } from './link-limits.js';

describe('how many links are asked for, and tried', () => {
  it('is counted together over the addresses of one network of IPv6', async () => {
    const limits = new LinkLimits();
    const host = (at: number) => `2001:db8:0:1::${at.toString(16)}`;
    for (let at = 1; at <= 20; at++) {
      await limits.ask(host(at));
      await expect(limits.follow(host(at), async () => undefined)).rejects.toMatchObject({ code: 'link-invalid' });
    }
    await expect(limits.ask(host(99))).rejects.toMatchObject({ status: 429 });
    await expect(limits.follow(host(99), async () => 'good')).rejects.toMatchObject({ status: 429 });
    await expect(limits.ask('2001:db8:0:2::1')).resolves.toBeUndefined();
    await expect(limits.follow('2001:db8:0:2::1', async () => 'good')).resolves.toBe('good');
  });
});
