import { type Arrival, Commands, ProblemException } from '@millrace/chassis';
import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { type AccountLink, letsChoosePassword } from '../domain/account-link.js';
import { refusalOfPassword } from '../domain/broken-passwords.js';
import { hashPassword } from '../domain/password-hash.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { LinkLimits } from '../persistence/link-limits.js';
import type { ChosenPasswordDto } from './choose-password.dto.js';
import { ChoosePasswordHandler } from './choose-password.handler.js';

type Followed = Readonly<{ link: AccountLink; account: Account }>;

/** Choosing a password with a link, whichever way it is asked for. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChoosePasswordHandler,
    private readonly accounts: AccountRepository,
    private readonly links: AccountLinks,
    private readonly limits: LinkLimits,
  ) {}

  /** Whose password a link lets choose. @throws ProblemException `link-invalid`, or 429. */
  async accountOf(token: string, address: string): Promise<Account> {
    return (await this.follow(token, address)).account;
  }

  /**
   * @param isAbout Is told whose password it is.
   * @throws ProblemException `link-invalid`, or 429, and no work is done on the password then; `password-common`, `password-holds-login`, and the link stays good.
   */
  async choose(token: string, password: string, address: string, noted: Arrival['noted'], isAbout?: (accountId: string) => void): Promise<ChosenPasswordDto> {
    const { link, account } = await this.follow(token, address);
    isAbout?.(link.accountId);
    const refusal = await refusalOfPassword(password, account.login);
    if (refusal) throw ProblemException.of(refusal);
    return this.commands.runFor(this.handler, { link, secretHash: await hashPassword(password) }, link.accountId, noted);
  }

  private follow(token: string, address: string): Promise<Followed> {
    return this.limits.follow(address, async () => {
      const link = await this.links.find(token);
      const account = link && (await this.accounts.byId('user', link.accountId));
      return link && account && letsChoosePassword(link, account) ? { link, account } : undefined;
    });
  }
}
