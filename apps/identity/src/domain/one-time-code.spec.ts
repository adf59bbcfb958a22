import { describe, expect, it } from 'vitest';
import { cleanRecoveryCode, newRecoveryCodes, newTotpSecret, periodOf, totpUri } from './one-time-code.js';

/** `12345678901234567890` of RFC 6238, appendix B, in base 32. */
const RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

describe('a code of an authenticator', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('belongs at %i s to the period that RFC 6238 has', (seconds, code, period) => {
    expect(periodOf(RFC, code, at(seconds))).toBe(period);
  });

  it('is taken one period early or late, and no more', () => {
    expect([-61, -31, -30, 0, 30, 59, 60].map((off) => periodOf(RFC, '005924', at(1_234_567_890 + off)))).toEqual([
      undefined,
      undefined,
      41_152_263,
      41_152_263,
      41_152_263,
      41_152_263,
      undefined,
    ]);
  });

  it.each(['', '12345', '1234567', '00592a', '005 924', '-05924', '００５９２４'])('is none when it is %j', (code) => {
    expect(periodOf(RFC, code, at(1_234_567_890))).toBeUndefined();
  });

  it('comes of a secret that is another one each time, and that an app reads from an address', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(other);
    expect(totpUri(one, 'anna@example.com')).toBe(`otpauth://totp/Millrace:anna%40example.com?issuer=Millrace&secret=${one}&algorithm=SHA1&digits=6&period=30`);
  });
});

describe('recovery codes', () => {
  it('are ten, all different, and are known however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
    expect(cleanRecoveryCode(` ${codes[0]!.toUpperCase().replace('-', ' ')} `)).toBe(codes[0]!.replace('-', ''));
  });
});
