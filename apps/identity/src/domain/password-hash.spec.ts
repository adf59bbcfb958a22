import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password-hash.js';

describe('a stored password', () => {
  it('is told from every other, and never stored twice alike', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await Promise.all([verifyPassword('correct horse', one), verifyPassword('Correct horse', one), verifyPassword('', one)])).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is verified with the parameters that it was stored with', async () => {
    const stored = (await hashPassword('password')).replace('m=19456', 'm=8192');
    expect(await verifyPassword('password', stored)).toBe(false);
    expect(await verifyPassword('password', 'plain text')).toBe(false);
  });
});
