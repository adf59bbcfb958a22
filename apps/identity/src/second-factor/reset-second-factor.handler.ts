import { Clock, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';
import { SecondFactors } from '../persistence/second-factors.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

/** Of somebody who has lost the authenticator and the recovery codes, by who manages the account. */
export type SecondFactorReset = Readonly<{ accountId: string; authority: Authority; seen: SeenVersion }>;

type Accounts = ReadonlyMap<string, ManagedAccount>;

const ownAccount = new Refusal('own-account', 'conflict', 'Remove your own second factor with the one that you have.');

@Injectable()
export class ResetSecondFactorHandler implements CommandHandler<SecondFactorReset, Accounts, ChangedAccountDto> {
  readonly name = 'reset-second-factor';

  constructor(
    private readonly accounts: ManagedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<SecondFactorReset>[], tx: UnitOfWork): Promise<Accounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request, actor }: Command<SecondFactorReset>, accounts: Accounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const { accountId, authority, seen } = request;
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, 'user', seen);
    if (refusal) return refusal;
    if (accountId === actor) return ownAccount;
    const { account } = managed!;
    this.factors.forget(tx, accountId);
    account.endSessions(this.clock.now());
    account.version += 1;
    return { accountId, version: account.version };
  }
}
