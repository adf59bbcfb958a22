import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SMTPServer, SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** The last ones, so that a sink that runs for weeks does not grow. */
const KEPT = 200;
const SIZE_LIMIT = 1_048_576;
const CLOSE_MS = 1_000;

/** A mail that a sink took, as text alone. */
export type KeptMail = Readonly<{
  number: number;
  takenAt: string;
  /** Whom the sender named to the server. */
  to: readonly string[];
  from: string;
  subject: string;
  text: string;
  /** As it came, with all its headers. */
  source: string;
}>;

/** A mail server that passes nothing on: it keeps what it is sent in memory, for whoever wants to see what would have gone out. */
export class MailSink {
  private readonly kept: KeptMail[] = [];
  private taken = 0;
  private readonly server: SMTPServer;

  private constructor(
    { SMTPServer: Server }: typeof import('smtp-server'),
    private readonly parser: typeof import('mailparser'),
  ) {
    this.server = new Server({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: SIZE_LIMIT,
      closeTimeout: CLOSE_MS,
      onData: (stream, session, done) => void this.take(stream, session).then(() => done(), done),
    });
    this.server.on('error', () => {}); // A connection broke off: its mail was not taken.
  }

  /**
   * Its libraries are loaded by who wants one: they take longer than most commands do.
   *
   * @param port any that is free when 0.
   */
  static async start({ host = '127.0.0.1', port = 0 }: Readonly<{ host?: string; port?: number }> = {}): Promise<MailSink> {
    const sink = new MailSink(...(await Promise.all([import('smtp-server'), import('mailparser')])));
    await once(sink.server.listen(port, host), 'listening');
    return sink;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  /** The newest first. */
  get mails(): readonly KeptMail[] {
    return this.kept.toReversed();
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async take(stream: SMTPServerDataStream, { envelope: { rcptTo } }: SMTPServerSession): Promise<void> {
    const source = await text(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('This mail is too large'), { responseCode: 552 });
    const { from, subject = '', text: body = '' } = await this.parser.simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true });
    this.taken += 1;
    const to = rcptTo.map(({ address }) => address);
    this.kept.push({ number: this.taken, takenAt: new Date().toISOString(), to, from: from?.text ?? '', subject, text: body, source });
    if (this.kept.length > KEPT) this.kept.shift();
  }
}
