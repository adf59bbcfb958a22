import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { Account } from '../domain/account.js';

const LOCK = statement('select * from account where id = any($1) order by id for update');

export type AccountChange = Readonly<{ accountId: string; seen: SeenVersion; name?: string; active?: boolean }>;

@Injectable()
export class ChangeAccountHandler implements CommandHandler<AccountChange, Map<string, Account>, { accountId: string; version: number }> {
  readonly name = 'change-account';

  async load(commands: readonly Command<AccountChange>[], tx: UnitOfWork): Promise<Map<string, Account>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [commands.map(({ request }) => request.accountId)]);
    const accounts = rows.map((row) => tx.table(Account).read(row));
    tx.beforeCommit(() => tx.table(Account).update(tx, accounts, 'name', 'active', 'version'));
    return new Map(accounts.map((account) => [account.id, account]));
  }

  handle({ request, actor }: Command<AccountChange>, accounts: Map<string, Account>): Outcome<{ accountId: string; version: number }> {
    const account = accounts.get(request.accountId);
    if (!account) return new Refusal('not-found', 'missing', 'There is no account with this id.');
    if (isStale(request.seen, account.version)) return new Refusal('version-stale', 'stale', 'The account has changed since: read it again.');
    if (account.id === actor && request.active === false)
      return new Refusal('own-account', 'conflict', 'You cannot deactivate the account you are signed in with.');
    account.name = request.name ?? account.name;
    account.active = request.active ?? account.active;
    account.version += 1;
    return { accountId: account.id, version: account.version };
  }
}
