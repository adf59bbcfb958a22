import { describe, expect, it } from 'vitest';
import { LANGUAGES, type MailKind, type OutgoingMail } from '../domain/mail.js';
import { textOf } from './mail-texts.js';

const PAGES = 'https://erp.example/account';
const KINDS: readonly MailKind[] = ['invitation', 'password-reset', 'email-change', 'password-changed', 'email-changed', 'second-factor-changed'];
const mail = (more: Partial<OutgoingMail>): OutgoingMail => ({
  kind: 'invitation',
  accountId: 'a',
  to: 'anna@example.com',
  name: 'Anna',
  language: 'en',
  token: 'abc',
  ...more,
});

describe('the words of a mail', () => {
  it.each(LANGUAGES.flatMap((language) => KINDS.map((kind) => [language, kind] as const)))('say in %s what a mail of the kind %s is for', (language, kind) => {
    const { subject, text, html } = textOf(mail({ language, kind, newEmail: 'new@example.com' }), PAGES);
    expect(subject).toMatch(/^[^\p{Cc}]{10,60}$/u);
    expect(subject).not.toMatch(/Anna|example/);
    expect(text.length).toBeLessThan(600);
    expect(html).toContain(`<html lang="${language}">`);
  });

  it.each([
    ['invitation', `${PAGES}/password?link=abc`],
    ['password-reset', `${PAGES}/password?link=abc`],
    ['email-change', `${PAGES}/email?link=abc`],
  ] as const)('of the kind %s lead to %s, in both forms', (kind, link) => {
    const { text, html } = textOf(mail({ kind }), PAGES);
    expect(text).toContain(`\n\n${link}\n\n`);
    expect(html).toContain(`<a href="${link}">`);
  });

  it('have no link where there is nothing to follow', () => {
    for (const kind of ['password-changed', 'email-changed'] as const) {
      const { text, html } = textOf(mail({ kind, token: undefined, newEmail: 'new@example.com' }), PAGES);
      expect(`${text}${html}`).not.toMatch(/http|<a /);
    }
  });

  it('keep a name on its line, and its HTML as text', () => {
    const { text, html } = textOf(mail({ name: 'A\r\nB\u2028<b onclick="x">' }), PAGES);
    expect(text.split('\n')[0]).toBe('Hello A B <b onclick="x">,');
    expect(html).toContain('Hello A B &lt;b onclick=&quot;x&quot;&gt;,');
  });
});
