import { readSettings } from '@millrace/chassis';
import { describe, expect, it } from 'vitest';
import { IdentitySettings, withMailComplete } from './identity-settings.js';

const MAIL = { MAIL_URL: 'smtps://user:pass@mail.example:465', MAIL_FROM: 'noreply@erp.example', PUBLIC_URL: 'https://erp.example' };
const read = (env: Record<string, string>) => withMailComplete(readSettings(IdentitySettings, { IDENTITY_SECRET: 'a secret of sixteen bytes', ...env }));

describe('the settings of mail', () => {
  it('are none at all, or say whom mails are from and where their links lead', () => {
    expect(read({}).MAIL_URL).toBeUndefined();
    expect(read({ MAIL_URL: '' }).MAIL_URL).toBeUndefined();
    expect(read(MAIL)).toMatchObject({ ...MAIL, MAIL_FROM_NAME: 'Millrace' });
    for (const name of ['MAIL_FROM', 'PUBLIC_URL']) expect(() => read({ ...MAIL, [name]: '' })).toThrow(/MAIL_URL takes MAIL_FROM and PUBLIC_URL/);
  });

  it.each([
    ['MAIL_URL', 'http://mail.example'],
    ['MAIL_URL', 'smtps+plain://mail.example'],
    ['MAIL_URL', 'smtp://mail.example?ignoreTLS=true'],
    ['MAIL_URL', 'smtp://mail.example/path'],
    ['MAIL_FROM', 'Millrace <noreply@erp.example>'],
    ['MAIL_FROM', 'noreply@erp.example\r\nBcc: eve@evil.example'],
    ['MAIL_FROM_NAME', 'Millrace\r\nBcc: eve@evil.example'],
    ['ACCOUNT_PAGES_URL', 'javascript:alert(1)'],
    ['ACCOUNT_PAGES_URL', 'https://erp.example/account?x='],
  ])('are refused when %s is %j, and nothing of the value is told', (name, value) => {
    expect(() => read({ ...MAIL, [name]: value })).toThrow(new RegExp(name));
    expect(() => read({ ...MAIL, [name]: value })).not.toThrow(/evil|ignoreTLS|alert/);
  });
});
