import { request } from 'node:http';
import { freePorts } from '@millrace/embedded';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailsServer, serveMails } from './mails-server.js';

describe('the mail server of a suite on one machine', () => {
  let server: MailsServer;
  let smtpPort: number;
  let pagePort: number;

  beforeEach(async () => {
    [smtpPort, pagePort] = (await freePorts(2)) as [number, number];
    server = await serveMails({ smtpPort, pagePort });
  });

  afterEach(() => server.close());

  const send = (subject: string) =>
    createTransport({ host: '127.0.0.1', port: smtpPort }).sendMail({ from: 'noreply@erp.example', to: 'anna@example.com', subject, text: '<b>Hello</b>' });
  const mails = async () => (await (await fetch(`http://127.0.0.1:${pagePort}/mails`)).json()) as { subject: string; number: number }[];

  function statusUnder(host: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: pagePort, path: '/mails', headers: { host } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
  }

  it('shows what it took, as text and as a document', async () => {
    await send('One');
    await send('Two');
    const page = await fetch(`http://127.0.0.1:${pagePort}/`);
    expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(await page.text()).toContain('&lt;b&gt;Hello&lt;/b&gt;');
    expect((await mails()).map(({ subject }) => subject)).toEqual(['Two', 'One']);
  });

  it('keeps the last two hundred', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: smtpPort, pool: true, maxConnections: 2, maxMessages: Infinity });
    for (let at = 1; at <= 201; at++) await transport.sendMail({ from: 'noreply@erp.example', to: 'anna@example.com', subject: `${at}`, text: 'x' });
    transport.close();
    const kept = await mails();
    expect([kept.length, kept[0]!.number, kept.at(-1)!.number]).toEqual([200, 201, 2]);
  });

  it.each([
    ['localhost:8025', 200],
    ['mails:8025', 200],
    ['evil.example', 403],
    ['127.0.0.1.evil.example:8025', 403],
  ])('answers under the name %s with %i', async (host, status) => {
    expect(await statusUnder(host)).toBe(status);
  });
});
