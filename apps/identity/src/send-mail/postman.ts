import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { OutgoingMail } from '../domain/mail.js';
import { IdentitySettings } from '../identity-settings.js';
import { roadOf } from './mail-road.js';
import { textOf } from './mail-texts.js';

/** Brings mails to the server that the settings name. */
@Injectable()
export class Postman {
  private transport?: Transporter;

  constructor(private readonly settings: IdentitySettings) {}

  /**
   * @param id Stands in the mail: who gets it twice, since a process died after sending it, can tell.
   * @throws Error when the server did not take it.
   */
  async deliver(id: string, mail: OutgoingMail, signal: AbortSignal): Promise<void> {
    const { MAIL_FROM: from = '', MAIL_FROM_NAME: name = '', PUBLIC_URL, ACCOUNT_PAGES_URL } = this.settings;
    this.transport ??= createTransport(roadOf(this.settings));
    await this.transport.sendMail({
      ...textOf(mail, ACCOUNT_PAGES_URL ?? `${PUBLIC_URL}/account`),
      from: { name, address: from },
      to: { name: '', address: mail.to },
      envelope: { from, to: [mail.to] },
      messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
  }
}
