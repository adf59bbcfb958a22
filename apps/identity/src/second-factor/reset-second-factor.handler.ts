import { Clock, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Authority } from '../domain/authority.js';
import { refusalToManage } from '../domain/memberships.js';
import { AccountMail } from '../persistence/account-mail.js';
import { PasskeyRepository } from '../persistence/passkey.repository.js';
import { ProtectedAccountRepository, type ProtectedAccounts } from '../persistence/protected-accounts.js';
import { SecondFactors } from '../persistence/second-factors.js';
import type { ChangedAccountDto } from '../views/account.dto.js';

/** Of somebody who has lost the authenticator or the passkeys, and the recovery codes, by who manages the account. */
export type SecondFactorReset = Readonly<{ accountId: string; authority: Authority; seen: SeenVersion }>;

const ownAccount = new Refusal('own-account', 'conflict', 'Remove your own second factor with the one that you have.');

@Injectable()
export class ResetSecondFactorHandler implements CommandHandler<SecondFactorReset, ProtectedAccounts, ChangedAccountDto> {
  readonly name = 'reset-second-factor';

  constructor(
    private readonly accounts: ProtectedAccountRepository,
    private readonly factors: SecondFactors,
    private readonly passkeys: PasskeyRepository,
    private readonly mail: AccountMail,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<SecondFactorReset>[], tx: UnitOfWork): Promise<ProtectedAccounts> {
    return this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
  }

  handle({ request, actor }: Command<SecondFactorReset>, accounts: ProtectedAccounts, tx: UnitOfWork): Outcome<ChangedAccountDto> {
    const { accountId, authority, seen } = request;
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, 'user', seen);
    if (refusal) return refusal;
    if (accountId === actor) return ownAccount;
    const { account, passkeys } = managed!;
    this.factors.forget(tx, accountId, { keepCodes: false });
    this.passkeys.forget(tx, passkeys);
    managed!.passkeys = [];
    account.endSessions(this.clock.now());
    account.version += 1;
    this.mail.tell(tx, account, 'second-factor-changed');
    return { accountId, version: account.version };
  }
}
