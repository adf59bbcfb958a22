import { Clock, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

type Wish = Readonly<{ accountId: string; authority: Authority; seen: SeenVersion }>;
type Accounts = ReadonlyMap<string, ManagedAccount>;

/** Ends every session of somebody else. */
@Injectable()
export class EndUserSessionsHandler implements CommandHandler<Wish, Accounts, ChangedAccountDto> {
  readonly name = 'end-user-sessions';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<Wish>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request: { accountId, authority, seen } }: Command<Wish>, accounts: Accounts): Outcome<ChangedAccountDto> {
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, 'user', seen);
    if (refusal) return refusal;
    const { account } = managed!;
    account.endSessions(this.clock.now());
    account.version += 1;
    return { accountId, version: account.version };
  }
}
