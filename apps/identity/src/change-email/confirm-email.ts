import { type Arrival, Commands } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import type { AccountLink } from '../domain/account-link.js';
import { AccountLinks } from '../persistence/account-links.js';
import { LinkLimits } from '../persistence/link-limits.js';
import type { EmailChangeDto } from './change-email.dto.js';
import { ConfirmEmailHandler } from './confirm-email.handler.js';

/** Confirming an address with the link that was sent there, whichever way it is asked for. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ConfirmEmailHandler,
    private readonly links: AccountLinks,
    private readonly limits: LinkLimits,
  ) {}

  /** The address that a link confirms. @throws ProblemException `link-invalid`, or 429. */
  async addressOf(token: string, address: string): Promise<string> {
    return (await this.follow(token, address)).newEmail!;
  }

  /** @throws ProblemException `link-invalid`, `login-taken`, or 429. */
  async confirm(token: string, address: string, noted: Arrival['noted'], isAbout?: (accountId: string) => void): Promise<EmailChangeDto> {
    const link = await this.follow(token, address);
    isAbout?.(link.accountId);
    return this.commands.runFor(this.handler, link, link.accountId, noted);
  }

  private follow(token: string, address: string): Promise<AccountLink> {
    return this.limits.follow(address, async () => {
      const link = await this.links.find(token);
      return link?.kind === 'email-change' ? link : undefined;
    });
  }
}
