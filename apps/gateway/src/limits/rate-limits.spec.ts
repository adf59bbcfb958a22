import { describe, expect, it } from 'vitest';
import { RateLimits } from './rate-limits.js';

describe('how often strangers may ask', () => {
  it('is counted together over the addresses of one network of IPv6, and alone for each of IPv4', async () => {
    const limits = new RateLimits(100, 2);
    for (const address of ['2001:db8:0:1::1', '2001:db8:0:1::2']) await limits.countStranger(address);
    await expect(limits.countStranger('2001:db8:0:1:ffff::3')).rejects.toMatchObject({ status: 429 });
    for (const address of ['2001:db8:0:2::1', '192.0.2.7', '192.0.2.8']) await expect(limits.countStranger(address)).resolves.toBeDefined();
  });
});
