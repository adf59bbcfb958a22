import { describe, expect, it } from 'vitest';
import { refusalOfPassword } from './broken-passwords.js';

const LOGIN = 'anna.berg@example.com';
const codeOf = async (password: string, login = LOGIN) => (await refusalOfPassword(password, login))?.code;

describe('a new password', () => {
  it.each([
    'qwertyuiop123',
    '1qaz2wsx3edc',
    'Password1234',
    'P@ssw0rd2026',
    '!!PASSWORD!!99',
    'passwordpassword',
    'passwordpassword12',
    'qwerty-qwerty-',
    'Millrace2026!',
    '123456789987654321',
    'aaaaaaaaaaaaaa',
    'abcabcabcabc',
    '............',
  ])('is none when it is %s', async (password) => {
    expect(await codeOf(password)).toBe('password-common');
  });

  it.each(['Anna.Berg-4711-xkcd', 'the cat of anna.berg', 'anna.berg@example.com'])('does not have the login in it, as %s does', async (password) => {
    expect(await codeOf(password)).toBe('password-holds-login');
  });

  it.each([
    'correct horse battery',
    'a long sentence of your own',
    'another horse battery',
    '0199a1b0-0000-7000-8000-000000000001',
    'password of my own making',
    'Tr0ub4dor&3-and-more',
    '熊が川で鮭を釣っている。今日も',
  ])('may be %s', async (password) => {
    expect(await codeOf(password)).toBeUndefined();
  });

  it('may have six digits and signs after a common one, and a login of three letters in it', async () => {
    expect(await codeOf('monkeys-94715')).toBeUndefined();
    expect(await codeOf('monkeys-9471')).toBe('password-common');
    expect(await codeOf('a long sentence of bob', 'bob@example.com')).toBeUndefined();
    expect(await codeOf('a long sentence of bobo', 'bobo@example.com')).toBe('password-holds-login');
  });

  it('is looked at in no time, however long it is', async () => {
    const startedAt = performance.now();
    for (const password of ['a'.repeat(1_024), 'ab'.repeat(512), `${'1'.repeat(500)}x${'1'.repeat(500)}`]) await refusalOfPassword(password, LOGIN);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
