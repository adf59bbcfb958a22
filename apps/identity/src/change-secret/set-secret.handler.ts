import { Clock, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { AccountMail } from '../persistence/account-mail.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

/** A secret that is set for an account by who manages it; hashed before, since that takes long. */
export type NewSecret = Readonly<{
  accountId: string;
  kind: Account['kind'];
  authority: Authority;
  seen: SeenVersion;
  secretHash: string;
  /** Why it is none, of a password. */
  weakness?: Refusal;
  overlapHours?: number;
}>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

@Injectable()
export class SetSecretHandler implements CommandHandler<NewSecret, Accounts, ChangedAccountDto> {
  readonly name = 'set-secret';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<NewSecret>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request, actor }: Command<NewSecret>, accounts: Accounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const { accountId, kind, authority, seen, secretHash, weakness, overlapHours } = request;
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, kind, seen);
    if (refusal) return refusal;
    if (kind === 'user' && accountId === actor) return new Refusal('own-account', 'conflict', 'Change your own password with the one that you have.');
    if (weakness) return weakness; // Last: it tells of the login, to who may know it.
    const { account } = managed!;
    account.changeSecret(secretHash, this.clock.now(), overlapHours);
    account.version += 1;
    if (kind === 'user') {
      this.links.end(tx, accountId);
      this.mail.tell(tx, account, 'password-changed');
    }
    return { accountId, version: account.version };
  }
}
