import { BackgroundLoop, LOGGER, Metrics } from '@millrace/chassis';
import { failpoint } from '@millrace/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccountLinks } from '../persistence/account-links.js';
import { type DueMail, OutgoingMails } from '../persistence/outgoing-mails.js';
import { Postman } from './postman.js';
import { isRefusedForGood, reasonOf, secondsUntilNextTry } from './retries.js';

/** Less than a claim on a mail lasts. */
const DELIVERY_MS = 60_000;
const FORGET_MS = 600_000;

/**
 * Sends the mails that are due, one after another. One that cannot be sent is tried again, ever more seldom, until it is
 * given up; the log names mails and accounts by id, never an address or a link.
 */
@Injectable()
export class MailSender extends BackgroundLoop {
  private readonly sent: (count?: number) => void;
  private readonly givenUp: (count?: number) => void;
  private forgotAt = -Infinity;

  constructor(
    private readonly mails: OutgoingMails,
    private readonly links: AccountLinks,
    private readonly postman: Postman,
    @Inject(Metrics) metrics: Metrics,
    @Inject(LOGGER) logger: Logger,
  ) {
    super(logger, 'mails could not be looked at, trying again');
    this.sent = metrics.counter('mails_sent_total', 'Mails that the server has taken.');
    this.givenUp = metrics.counter('mails_given_up_total', 'Mails that could not be sent and are not tried any more.');
    metrics.gauge('mails_waiting', 'Mails that are yet to be sent.', () => mails.count());
  }

  protected async round(): Promise<void> {
    if (Date.now() - this.forgotAt > FORGET_MS) {
      await this.links.forgetExpired();
      this.forgotAt = Date.now();
    }
    if (this.mails.areSent) await this.sendDue();
  }

  /** Sends all that is due now. @returns how many mails it tried. */
  async sendDue(): Promise<number> {
    for (let tried = 0; ; tried += 1) {
      const due = this.stopping ? undefined : await this.mails.claim();
      if (!due) return tried;
      await failpoint('mail.before-send');
      await this.send(due);
    }
  }

  private async send(due: DueMail): Promise<void> {
    const { id, mail } = due;
    if (!mail) return this.giveUp(due, 'it was sealed under another secret');
    try {
      await this.postman.deliver(id, mail, AbortSignal.timeout(DELIVERY_MS));
    } catch (error) {
      return this.tryLater(due, error);
    }
    await failpoint('mail.after-send');
    await this.mails.erase(id);
    this.sent();
  }

  private async tryLater(due: DueMail, error: unknown): Promise<void> {
    const { id, kind, accountId, tries } = due;
    const reason = reasonOf(error);
    if (isRefusedForGood(error)) return this.giveUp(due, reason);
    const seconds = secondsUntilNextTry(tries, Math.random());
    if (!(await this.mails.putOff(id, seconds))) return this.giveUp(due, reason);
    this.logger.warn({ mailId: id, kind, accountId, tries, reason, seconds }, 'a mail could not be sent, trying again');
  }

  private async giveUp({ id, kind, accountId, tries }: DueMail, reason: string): Promise<void> {
    if (!(await this.mails.giveUp(id))) return;
    this.givenUp();
    this.logger.error({ mailId: id, kind, accountId, tries, reason }, 'a mail could not be sent and is given up');
  }
}
