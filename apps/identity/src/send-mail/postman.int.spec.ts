import { newId } from '@millrace/kernel';
import { MailSink } from '@millrace/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailTo } from '../domain/mail.js';
import type { IdentitySettings } from '../identity-settings.js';
import { Postman } from './postman.js';

const MAIL = mailTo({ id: newId(), login: 'anna@example.com', name: 'Anna', language: null }, 'password-reset', { token: 'a-token' });

describe('a server that does not speak TLS', () => {
  let sink: MailSink;

  beforeEach(async () => {
    sink = await MailSink.start({ host: '0.0.0.0' });
  });

  afterEach(() => sink.stop());

  /** 0.0.0.0 leads here as well, and nobody could tell from the name. */
  const deliver = (scheme: 'smtp' | 'smtp+plain', host: string) => {
    const settings = { IDENTITY_SECRET: '', TOKEN_ISSUER: '', MAIL_URL: `${scheme}://${host}:${sink.port}`, MAIL_FROM: 'noreply@erp.example' };
    return new Postman(settings as IdentitySettings).deliver(newId(), MAIL, AbortSignal.timeout(10_000));
  };

  it('gets no mail unless its address says that it may go without TLS, nor the name of who it is to', async () => {
    await expect(deliver('smtp', '0.0.0.0')).rejects.toMatchObject({ code: 'ETLS' });
    expect(sink.mails).toEqual([]);
  });

  it('gets it when its address says so, or on this very machine', async () => {
    await deliver('smtp+plain', '0.0.0.0');
    await deliver('smtp', '127.0.0.1');
    expect(sink.mails.map(({ to }) => to)).toEqual([['anna@example.com'], ['anna@example.com']]);
  });

  it('is given up on when it takes longer than it may', async () => {
    await expect(
      new Postman({ MAIL_URL: `smtp://127.0.0.1:${sink.port}`, MAIL_FROM: 'noreply@erp.example' } as IdentitySettings).deliver(
        newId(),
        MAIL,
        AbortSignal.abort(),
      ),
    ).rejects.toThrow(/abort/i);
    expect(sink.mails).toEqual([]);
  });
});
