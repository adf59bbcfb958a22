import { type KeptMail, MailSink } from '@millrace/embedded';
import { fastify } from 'fastify';
import { MAILS_POLICY, mailsPage } from './mails-page.js';

const HEADERS = {
  'content-security-policy': MAILS_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
/** This machine, or a container by its name: no page elsewhere can get a browser to read here under a name of its own. */
const HERE = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\]|[a-z0-9-]+)(?::[0-9]+)?$/i;

export type MailsOptions = Readonly<{ host?: string; smtpPort: number; pagePort: number }>;
export type MailsServer = Readonly<{ close: () => Promise<void> }>;

/** A mail server that passes nothing on, and a page that shows what it took. */
export async function serveMails({ host = '127.0.0.1', smtpPort, pagePort }: MailsOptions): Promise<MailsServer> {
  const sink = await MailSink.start({ host, port: smtpPort });
  const page = fastify({ forceCloseConnections: true });
  page.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (!HERE.test(request.headers.host ?? '')) await reply.status(403).send({ error: 'not for you' });
  });
  page.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(mailsPage(sink.mails)));
  page.get('/mails', (): readonly KeptMail[] => sink.mails);
  const close = async () => {
    await Promise.all([page.close(), sink.stop()]);
  };
  await page.listen({ host, port: pagePort }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { close };
}
