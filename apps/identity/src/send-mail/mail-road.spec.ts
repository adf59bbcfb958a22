import { describe, expect, it } from 'vitest';
import { roadOf } from './mail-road.js';

const road = (MAIL_URL: string, more: object = {}) => roadOf({ MAIL_URL, ...more });

describe('the way of mails to their server', () => {
  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.example:25', { port: 25, requireTLS: true }],
    ['smtps://mail.example', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtps://[2001:db8::1]:1465', { host: '2001:db8::1', port: 1_465, secure: true }],
    ['smtp://127.0.0.1:1025', { requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]:1025', { host: '::1', requireTLS: false, ignoreTLS: true }],
    ['smtp://localhost', { requireTLS: false, ignoreTLS: true }],
    ['smtp://127.0.0.1.evil.example', { requireTLS: true, ignoreTLS: false }],
    ['smtp://localhost.example', { requireTLS: true, ignoreTLS: false }],
    ['smtp://10.0.0.1', { requireTLS: true, ignoreTLS: false }],
  ])('to %s is encrypted, or leads to this machine', (url, expected) => {
    expect(road(url)).toMatchObject(expected);
  });

  it('takes TLS where it is offered, when its address says that it may go without', () => {
    expect(road('smtp+plain://mails:1025')).toMatchObject({ requireTLS: false, ignoreTLS: false });
    expect(road('smtp+plain://mails')).toMatchObject({ host: 'mails', port: 587, secure: false });
    expect(road('smtp+plain://[::1]:1025')).toMatchObject({ host: '::1', ignoreTLS: true });
  });

  it('has credentials from the address or from settings of their own', () => {
    expect(road('smtps://anna%40example.com:p%2Fw@mail.example').auth).toEqual({ user: 'anna@example.com', pass: 'p/w' });
    expect(road('smtps://mail.example', { SMTP_USERNAME: 'anna', SMTP_PASSWORD: 'secret' }).auth).toEqual({ user: 'anna', pass: 'secret' });
    expect(road('smtps://mail.example')).not.toHaveProperty('auth');
  });
});
