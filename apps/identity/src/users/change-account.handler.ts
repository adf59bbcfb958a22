import { Clock, grants, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import type { Language } from '../domain/mail.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { AccountLinks } from '../persistence/account-links.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

export type AccountChange = Readonly<{
  accountId: string;
  kind: Account['kind'];
  authority: Authority;
  seen: SeenVersion;
  name?: string;
  language?: Language;
  active?: boolean;
  requestsPerMinute?: number | null;
  permissions?: string[] | null;
  expiresAt?: Date | null;
}>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

const ownAccount = new Refusal('own-account', 'conflict', 'You cannot deactivate the account you are signed in with.');
const limitForbidden = new Refusal('limit-forbidden', 'forbidden', 'Only who changes the service accounts of all companies sets their limits.');

@Injectable()
export class ChangeAccountHandler implements CommandHandler<AccountChange, Accounts, ChangedAccountDto> {
  readonly name = 'change-account';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly links: AccountLinks,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<AccountChange>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request, actor }: Command<AccountChange>, accounts: Accounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const { accountId, kind, authority, seen, name, language, active, requestsPerMinute, permissions, expiresAt } = request;
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, kind, seen);
    if (refusal) return refusal;
    const { account } = managed!;
    if (accountId === actor && active === false) return ownAccount;
    if (requestsPerMinute !== undefined && !grants(authority.globalPermissions, 'identity.service-account.change')) return limitForbidden;
    account.name = name ?? account.name;
    account.language = language ?? account.language;
    if (active === false) {
      account.deactivate(this.clock.now());
      this.links.end(tx, accountId);
    } else account.active = active ?? account.active;
    if (requestsPerMinute !== undefined) account.requestsPerMinute = requestsPerMinute;
    account.limit({ permissions, expiresAt }, this.clock.now());
    account.version += 1;
    return { accountId, version: account.version };
  }
}
