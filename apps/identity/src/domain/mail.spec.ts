import { describe, expect, it } from 'vitest';
import { isMailable, mailTo } from './mail.js';

describe('an address', () => {
  it.each(['anna@example.com', "o'neill+erp@mail.example.co.uk", 'a@b', 'anna@xn--mnchen-3ya.example', `${'a'.repeat(64)}@example.com`])(
    'gets mail: %s',
    (address) => {
      expect(isMailable(address)).toBe(true);
    },
  );

  it.each([
    'anna',
    '@example.com',
    'anna@',
    'anna@example.com,eve@evil.example',
    'anna@example.com\r\nBcc: eve@evil.example',
    'anna@example.com\n',
    '"anna"@example.com',
    'anna <anna@example.com>',
    'anna(comment)@example.com',
    'anna@[127.0.0.1]',
    'änna@example.com',
    'anna@-example.com',
    'anna@example.com.',
    'a b@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('gets none when it can be read in two ways: %j', (address) => {
    expect(isMailable(address)).toBe(false);
  });
});

describe('a mail to the person of an account', () => {
  const account = { id: 'a', login: 'anna@example.com', name: 'Anna', language: null };

  it('goes to the login in English when nothing else is said', () => {
    expect(mailTo(account, 'password-changed')).toEqual({ kind: 'password-changed', accountId: 'a', to: 'anna@example.com', name: 'Anna', language: 'en' });
    expect(mailTo({ ...account, language: 'de' }, 'email-change', { to: 'new@example.com', token: 't' })).toMatchObject({
      to: 'new@example.com',
      language: 'de',
    });
  });
});
