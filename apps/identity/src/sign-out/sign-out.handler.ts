import { Clock } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { accountUnknown, type ManagedAccount } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

type Accounts = ReadonlyMap<string, ManagedAccount>;

/** Ends every session of the account that asks for it. */
@Injectable()
export class SignOutHandler implements CommandHandler<object, Accounts, ChangedAccountDto> {
  readonly name = 'sign-out';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<object>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ actor }) => actor),
    );
  }

  handle({ actor }: Command<object>, accounts: Accounts): Outcome<ChangedAccountDto> {
    const account = accounts.get(actor)?.account;
    if (!account) return accountUnknown;
    account.endSessions(this.clock.now());
    account.version += 1;
    return { accountId: account.id, version: account.version };
  }
}
