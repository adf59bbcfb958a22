import type { KeptMail } from '@millrace/embedded';
import { serveMails } from '../mails/mails-server.js';
import { Home } from '../site/home.js';
import { NotRunning } from '../site/site.js';
import { readState } from '../site/state.js';
import { onSignal } from './interruption.js';
import { bold, print, printJson, progress, table } from './output.js';

type Wish = Readonly<{ to?: string; json?: boolean }>;

/** Mails that the suite of this machine would have sent: a line each, or one with all that it says. */
export async function showMails(number: number | undefined, { to, json }: Wish): Promise<void> {
  const kept = (await mailsAt(addressOfMails())).filter((mail) => (to === undefined || mail.to.includes(to)) && (number ?? mail.number) === mail.number);
  if (number !== undefined && kept.length === 0) throw new Error(`There is no mail ${number} (any more): "npx millrace mails" lists them.`);
  if (json) return printJson(kept);
  if (number !== undefined) return print(kept.map(inWords).join('\n'));
  if (kept.length === 0) return print('No mail yet.');
  print(
    table(
      ['number', 'taken at', 'to', 'subject'],
      kept.map((mail) => [mail.number, printable(mail.takenAt), printable(mail.to.join(', ')), printable(mail.subject)]),
    ),
  );
}

/** Takes mails and shows them until somebody asks for the end: what stands beside a suite in containers. */
export async function serve(options: Readonly<{ host: string; smtpPort: number; pagePort: number }>): Promise<void> {
  const ended = new Promise<void>((resolve) => onSignal(resolve));
  const server = await serveMails(options);
  progress(`takes mails at port ${options.smtpPort} and shows them at port ${options.pagePort}`);
  await ended;
  await server.close();
}

/** `MILLRACE_MAILS_URL`, else where the suite of this machine shows them. @throws NotRunning */
function addressOfMails(): string {
  const named = process.env.MILLRACE_MAILS_URL;
  if (named) return named.replace(/\/$/, '');
  const state = readState(Home.default());
  if (!state) throw new NotRunning('Millrace is not running here: start it with "npx millrace up --detach", or name its mails with MILLRACE_MAILS_URL.');
  return `http://127.0.0.1:${state.ports.mails}`;
}

async function mailsAt(url: string): Promise<readonly KeptMail[]> {
  const answer = await fetch(`${url}/mails`, { signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return (await answer.json()) as KeptMail[];
}

/** What a mail says moves no cursor and colours nothing. */
const printable = (text: string) => text.replace(/[^\P{Cc}\n]/gu, ' ');

function inWords({ takenAt, from, to, subject, text }: KeptMail): string {
  return `${bold(printable(subject))}\n${printable(`to ${to.join(', ')}, from ${from}, at ${takenAt}\n\n${text}`)}`;
}
