import { describe, expect, it } from 'vitest';
import { isOutgrown, mustEnrol, relyingPartyOf } from './passkey.js';

describe('whose passkeys are asked for', () => {
  it.each([
    ['https://erp.example', undefined, 'erp.example'],
    ['https://erp.example:8443', undefined, 'erp.example'],
    ['https://erp.example.com', 'example.com', 'example.com'],
    ['http://localhost:8080', undefined, 'localhost'],
    ['http://erp.localhost:8080', undefined, 'erp.localhost'],
  ])('at %s with the domain %s: those of %s', (url, wished, domain) => {
    expect(relyingPartyOf(url, wished, ['https://more.example'])).toEqual({ domain, origins: [url, 'https://more.example'] });
  });

  it.each([undefined, '', 'http://127.0.0.1:8080', 'https://10.0.0.1', 'http://erp.example'])('none at %j, where browsers offer none', (url) => {
    expect(relyingPartyOf(url)).toBeUndefined();
  });

  it.each(['other.example', 'rp.example', 'more.erp.example'])('not those of %s at erp.example, which is no part of it', (domain) => {
    expect(() => relyingPartyOf('https://erp.example', domain)).toThrow(`passkeys of ${domain} cannot be asked for at https://erp.example`);
  });
});

describe('who enters only to set up a second factor', () => {
  it.each([
    [{ authenticator: false, passkey: false, demanded: true }, true],
    [{ authenticator: false, passkey: false, demanded: false }, false],
    [{ authenticator: true, passkey: false, demanded: true }, false],
    [{ authenticator: false, passkey: true, demanded: true }, false],
    [{ authenticator: true, passkey: true, demanded: false }, false],
  ])('with %j: %s', (protection, expected) => {
    expect(mustEnrol(protection)).toBe(expected);
  });
});

describe('a sign-in that was good once', () => {
  const [none, authenticator, passkey] = [
    { authenticator: false, passkey: false },
    { authenticator: true, passkey: false },
    { authenticator: false, passkey: true },
  ];

  it.each([
    ['goes on', none, false, ['pwd'], false],
    ['does not go on', none, true, ['pwd'], true],
    ['does not go on', none, true, ['pwd', 'otp', 'mfa'], true],
    ['does not go on', authenticator, false, ['pwd'], true],
    ['does not go on', passkey, false, undefined, true],
    ['goes on', authenticator, true, ['pwd', 'otp', 'mfa'], false],
    ['goes on', passkey, false, ['hwk', 'user', 'mfa'], false],
  ])('%s with %j, demanded: %j, when it was made by %j', (_what, held, demanded, amr, outgrown) => {
    expect(isOutgrown({ ...held, demanded }, amr)).toBe(outgrown);
  });
});
