import { describe, expect, it } from 'vitest';
import { MAILS_POLICY, mailsPage } from './mails-page.js';

const mail = {
  number: 1,
  takenAt: '2026-11-27T12:00:00.000Z',
  to: ['anna@example.com'],
  from: 'noreply@erp.example',
  subject: 'Hello',
  text: 'One\nTwo',
  source: '',
};

describe('the page of mails', () => {
  it('shows each as text', () => {
    const page = mailsPage([mail]);
    for (const part of ['<h2>Hello</h2>', 'anna@example.com', '<pre>One\nTwo</pre>']) expect(page).toContain(part);
    expect(mailsPage([])).toContain('No mail yet.');
  });

  it.each(['subject', 'from', 'text', 'to'] as const)('lets nothing of the field %s be more than text', (field) => {
    const evil = `</pre><script>alert(1)</script><a href="https://evil.example" onclick='x'>`;
    const page = mailsPage([{ ...mail, [field]: field === 'to' ? [evil] : evil }]);
    expect(page).not.toMatch(/<script|<a |onclick='/);
    expect(page).toContain('&lt;script&gt;');
  });

  it('runs nothing and fetches nothing', () => {
    expect(MAILS_POLICY).toMatch(/^default-src 'none';style-src 'sha256-[^']+';base-uri 'none';form-action 'none';frame-ancestors 'none'$/);
  });
});
