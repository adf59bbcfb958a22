import { freePorts } from '@millrace/embedded';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type MailsServer, serveMails } from '../mails/mails-server.js';
import { showMails } from './mails.js';

describe('the command that shows mails', () => {
  let server: MailsServer;
  let printed: string;

  beforeEach(async () => {
    const [smtpPort, pagePort] = (await freePorts(2)) as [number, number];
    server = await serveMails({ smtpPort, pagePort });
    vi.stubEnv('MILLRACE_MAILS_URL', `http://127.0.0.1:${pagePort}/`);
    vi.stubEnv('NO_COLOR', '1');
    printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed += String(text))));
    const transport = createTransport({ host: '127.0.0.1', port: smtpPort });
    await transport.sendMail({ from: 'noreply@erp.example', to: 'anna@example.com', subject: 'One', text: 'First\n\u001b[2Jline' });
    await transport.sendMail({ from: 'noreply@erp.example', to: 'ben@example.com', subject: 'Two', text: 'Second' });
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await server.close();
  });

  it('lists them, the newest first, or those to somebody', async () => {
    await showMails(undefined, {});
    expect(printed.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^ +2 .+ben@example\.com +Two$/),
      expect.stringMatching(/^ +1 .+anna@example\.com +One$/),
    ]);
    printed = '';
    await showMails(undefined, { to: 'anna@example.com', json: true });
    expect((JSON.parse(printed) as { subject: string }[]).map(({ subject }) => subject)).toEqual(['One']);
  });

  it('prints one as text that does nothing to the terminal', async () => {
    await showMails(1, {});
    expect(printed).toMatch(/^.*One.*\nto anna@example\.com, from noreply@erp\.example, at .+\n\nFirst\n \[2Jline\n/);
    await expect(showMails(3, {})).rejects.toThrow('There is no mail 3');
  });
});
