import { Clock } from '@millrace/kernel';
import type { Transaction } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { type AccountLink, goodUntil } from '../domain/account-link.js';
import { type MailKind, mailTo, type OutgoingMail } from '../domain/mail.js';
import { AccountLinks } from './account-links.js';
import { OutgoingMails } from './outgoing-mails.js';

/** Writes to the person of an account, in the transaction that gives reason to. */
@Injectable()
export class AccountMail {
  constructor(
    private readonly links: AccountLinks,
    private readonly mails: OutgoingMails,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a link that is good once and takes the place of the one before.
   *
   * @param newEmail Where it is sent instead, to be confirmed by it.
   * @returns until when it is good.
   */
  sendLink(tx: Transaction, account: Account, kind: AccountLink['kind'], token: string, newEmail?: string): Date {
    const now = this.clock.now();
    const expiresAt = goodUntil(kind, now);
    this.links.replace(tx, { kind, accountId: account.id, token, expiresAt, newEmail });
    this.mails.add(tx, mailTo(account, kind, newEmail === undefined ? { token } : { token, to: newEmail }), now, expiresAt);
    return expiresAt;
  }

  /** Tells the person what was done with the account, which may have been somebody else. */
  tell(tx: Transaction, account: Account, kind: MailKind, more: Pick<OutgoingMail, 'newEmail'> & Partial<Pick<OutgoingMail, 'to'>> = {}): void {
    this.mails.add(tx, mailTo(account, kind, more), this.clock.now());
  }
}
