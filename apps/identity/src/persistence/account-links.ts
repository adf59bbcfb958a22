import { newId } from '@millrace/kernel';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountLink } from '../domain/account-link.js';
import { Vault } from './vault.js';

const [TOKENS, ADDRESSES] = ['account links', 'new addresses'];

const FIND = statement('select id, account_id, kind, sealed_email from account_link where token_digest = $1 and ended_at is null and expires_at > now()');
const LOCK = statement(`
  select id, account_id, kind, sealed_email from account_link
  where id = any($1::uuid[]) and ended_at is null and expires_at > now() order by id for update`);
const ADD = statement('insert into account_link (id, account_id, kind, token_digest, sealed_email, expires_at) values ($1, $2, $3, $4, $5, $6)');
const END = statement('update account_link set ended_at = now() where account_id = $1 and kind = any($2::text[]) and ended_at is null');
/** What was not sent yet would only lead to nothing. */
const UNSEND = statement('delete from outgoing_mail where account_id = $1 and kind = any($2::text[])');
const LATELY = statement(`
  select account_id, count(*)::int as n from account_link
  where account_id = any($1::uuid[]) and kind = $2 and created_at > now() - interval '1 hour' group by account_id`);
/** An hour's worth of them is counted; what has expired says nothing to anybody. */
const FORGET = statement(`delete from account_link where expires_at < now() - interval '1 day'`);

type Row = Readonly<{ id: string; account_id: string; kind: AccountLink['kind']; sealed_email: string | null }>;

export type NewLink = Readonly<{ kind: AccountLink['kind']; accountId: string; token: string; expiresAt: Date; newEmail?: string }>;

const EVERY_KIND: readonly AccountLink['kind'][] = ['invitation', 'password-reset', 'email-change'];

/** Links in mails: their tokens are kept as digests under a key, and each is good until it is used, replaced, or too old. */
@Injectable()
export class AccountLinks {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The link of a token, while it is good. */
  async find(token: string): Promise<AccountLink | undefined> {
    const [row] = await this.database.query<Row>(FIND, [this.vault.digest(TOKENS, token)]);
    return row && this.read(row);
  }

  /** Links that are still good, by id, under their locks; those of their accounts come first. */
  async lock(tx: Transaction, ids: readonly string[]): Promise<Map<string, AccountLink>> {
    const rows = await tx.query<Row>(LOCK, [ids]);
    return new Map(rows.map((row) => [row.id, this.read(row)]));
  }

  /** Gives a link in the place of the one that the account has of this kind. */
  replace(tx: Transaction, { kind, accountId, token, expiresAt, newEmail }: NewLink): void {
    this.end(tx, accountId, [kind]);
    const sealedEmail = newEmail === undefined ? null : this.vault.seal(ADDRESSES, newEmail);
    tx.send(ADD, [newId(), accountId, kind, this.vault.digest(TOKENS, token), sealedEmail, expiresAt]);
  }

  /** From now on none of these is good, and no mail that brings one is sent. */
  end(tx: Transaction, accountId: string, kinds = EVERY_KIND): void {
    tx.send(END, [accountId, kinds]);
    tx.send(UNSEND, [accountId, kinds]);
  }

  /** How many links of a kind accounts were given within an hour; their accounts are locked, so that none is forgotten. */
  async givenLately(tx: Transaction, kind: AccountLink['kind'], accountIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<Readonly<{ account_id: string; n: number }>>(LATELY, [accountIds, kind]);
    return new Map(rows.map(({ account_id: accountId, n }) => [accountId, n]));
  }

  async forgetExpired(): Promise<void> {
    await this.database.query(FORGET);
  }

  private read({ id, account_id: accountId, kind, sealed_email: sealed }: Row): AccountLink {
    return { id, accountId, kind, newEmail: sealed === null ? null : this.vault.open(ADDRESSES, sealed) };
  }
}
