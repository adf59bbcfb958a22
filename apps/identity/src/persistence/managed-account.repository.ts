import { groupBy } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { Account } from '../domain/account.js';
import type { ManagedAccount } from '../domain/memberships.js';
import { heldMembership, type MembershipRow } from './account.repository.js';
import { SignInStateRepository } from './sign-in-state.repository.js';

const LOCK = statement('select * from account where id = any($1) order by id for update');
const MEMBERSHIPS = statement(`
  select m.id, m.account_id, m.company_id, m.role_code, m.limits, r.permissions from membership m join role r on r.code = m.role_code
  where m.account_id = any($1) order by m.id`);

const CHANGING = [
  'login',
  'name',
  'language',
  'secretHash',
  'previousSecretHash',
  'previousSecretUntil',
  'secretUsedAt',
  'previousSecretUsedAt',
  'active',
  'session',
  'sessionsEndedAt',
  'requestsPerMinute',
  'expiresAt',
  'permissions',
  'invitedUntil',
  'version',
] as const;

type Columns = MembershipRow & Readonly<{ account_id: string }>;

/** Accounts that are about to change, under their locks, with what they hold. */
@Injectable()
export class ManagedAccountRepository {
  constructor(private readonly state: SignInStateRepository) {}

  /** What is changed of them is written before the commit; whose sessions end then, is signed in to nothing any more. */
  async lock(tx: UnitOfWork, ids: readonly string[]): Promise<ReadonlyMap<string, ManagedAccount>> {
    const wanted = arrayLiteral(ids, false);
    const rows = await tx.query<Record<string, unknown>>(LOCK, [wanted]);
    const held = groupBy(await tx.query<Columns>(MEMBERSHIPS, [wanted]), (row) => row.account_id);
    const table = tx.table(Account);
    const accounts = rows.map((row) => table.read(row));
    const sessions = new Map(accounts.map(({ id, session }) => [id, session]));
    tx.beforeCommit(() => {
      table.update(tx, accounts, ...CHANGING);
      const ended = accounts.filter(({ id, session }) => session !== sessions.get(id));
      this.state.endAccounts(
        tx,
        ended.map(({ id }) => id),
      );
    });
    return new Map(accounts.map((account) => [account.id, { account, memberships: (held.get(account.id) ?? []).map(heldMembership) }]));
  }
}
