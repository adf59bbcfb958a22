import { Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { Account } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';
import { ManagedAccountRepository } from '../persistence/managed-account.repository.js';

export type AccountChange = Readonly<{
  accountId: string;
  kind: Account['kind'];
  authority: Authority;
  seen: SeenVersion;
  name?: string;
  active?: boolean;
}>;

type Changed = Readonly<{ accountId: string; version: number }>;
type Accounts = ReadonlyMap<string, ManagedAccount>;

@Injectable()
export class ChangeAccountHandler implements CommandHandler<AccountChange, Accounts, Changed> {
  readonly name = 'change-account';

  constructor(private readonly accounts: ManagedAccountRepository) {}

  async load(commands: readonly Command<AccountChange>[], tx: UnitOfWork): Promise<Accounts> {
    const managed = await this.accounts.lock(
      tx,
      commands.map(({ request }) => request.accountId),
    );
    const accounts = [...managed.values()].map(({ account }) => account);
    tx.beforeCommit(() => tx.table(Account).update(tx, accounts, 'name', 'active', 'version'));
    return managed;
  }

  handle({ request, actor }: Command<AccountChange>, accounts: Accounts): Outcome<Changed> {
    const { accountId, kind, authority, seen, name, active } = request;
    const managed = accounts.get(accountId);
    const refusal = refusalToManage(authority, managed, kind, seen);
    if (refusal) return refusal;
    const { account } = managed!;
    if (account.id === actor && active === false) return new Refusal('own-account', 'conflict', 'You cannot deactivate the account you are signed in with.');
    account.name = name ?? account.name;
    account.active = active ?? account.active;
    account.version += 1;
    return { accountId, version: account.version };
  }
}
