import { describe, expect, it } from 'vitest';
import { Strangers } from './strangers.js';

const begin = (strangers: Strangers, address: string, model = 'Interaction', payload = {}) => strangers.admit(model, payload, address);
const times = (count: number, act: () => Promise<void>) => Promise.all(Array.from({ length: count }, act));

describe('what strangers begin', () => {
  it('is a thousand writes from one place, and goes on from another', async () => {
    const strangers = new Strangers();
    await times(1_000, () => begin(strangers, '192.0.2.7'));
    await expect(begin(strangers, '192.0.2.7')).rejects.toMatchObject({ status: 429, code: 'rate-limit-exceeded' });
    await expect(begin(strangers, '192.0.2.8')).resolves.toBeUndefined();
  });

  it('is a challenge for a passkey too, which the page asks for each time that it is shown', async () => {
    const strangers = new Strangers();
    await times(1_000, () => begin(strangers, '192.0.2.7', 'Passkey challenge'));
    await expect(begin(strangers, '192.0.2.7', 'Passkey challenge')).rejects.toMatchObject({ status: 429 });
  });

  it('counts together over the addresses that one owner of a network of IPv6 has', async () => {
    const strangers = new Strangers();
    let host = 0;
    await times(1_000, () => begin(strangers, `2001:db8:0:1::${(host++).toString(16)}`));
    await expect(begin(strangers, '2001:db8:0:1:ffff::1')).rejects.toMatchObject({ status: 429 });
    await expect(begin(strangers, '2001:db8:0:2::1')).resolves.toBeUndefined();
  });

  it.each([
    ['Session', { accountId: 'anna' }],
    ['Interaction', { session: { accountId: 'anna' } }],
    ['DeviceCode', { accountId: 'anna' }],
    ['Passkey challenge', { accountId: 'anna' }],
    ['RefreshToken', {}],
    ['Grant', {}],
  ])('is not what is kept for who has signed in: %s of %j', async (model, payload) => {
    const strangers = new Strangers();
    await times(1_001, () => begin(strangers, '192.0.2.7', model, payload));
    await expect(begin(strangers, '192.0.2.7')).resolves.toBeUndefined();
  });
});
