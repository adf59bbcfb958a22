import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { EndedSince } from './account.repository.js';
import { Vault } from './vault.js';

/** What the protocol keeps of a sign-in, under a name that only who holds it can tell: a code, a token, a cookie. */
export type Kept = Readonly<{ payload: Readonly<Record<string, unknown>>; consumedAt: Date | null }>;

/** What rows are found by beside their own name. */
export type KeptFor = Readonly<{ grantId?: string; lookup?: string; accountId?: string; clientId?: string }>;

/** What has ended stays so, also for a request that read it before and writes it afterwards, under its old name or a new one. */
const UPSERT = statement(`
  insert into sign_in_state (id, model, grant_id, lookup_id, account_id, client_id, sealed, expires_at)
  select $1::uuid, $2, $3::uuid, $4::uuid, $5::uuid, $6, $7, now() + make_interval(secs => $8)
  where not exists (select 1 from sign_in_state where lookup_id = $4::uuid and ended_at is not null)
  on conflict (id) do update set grant_id = excluded.grant_id, lookup_id = excluded.lookup_id, account_id = excluded.account_id,
    client_id = excluded.client_id, sealed = excluded.sealed, used_at = now(), expires_at = excluded.expires_at
  where sign_in_state.ended_at is null`);
const BY_ID = statement('select sealed, consumed_at from sign_in_state where id = $1 and ended_at is null');
const BY_LOOKUP = statement('select sealed, consumed_at from sign_in_state where lookup_id = $1 and ended_at is null order by used_at desc limit 1');
const CONSUME = statement('update sign_in_state set consumed_at = now() where id = $1 and consumed_at is null and ended_at is null returning id');
const TAKE = statement('delete from sign_in_state where id = $1 and ended_at is null and expires_at > now() returning id');
const REVOKE_MODEL = statement('delete from sign_in_state where grant_id = $1 and model = $2 and ended_at is null');
/** Nothing is left to read; that it has ended is remembered for longer than any request lasts. */
const ENDS = `ended_at = now(), sealed = '', expires_at = least(expires_at, now() + interval '1 hour')`;
/** A grant ends with all that came of it, and the access tokens that are still out with it. */
const END = `
  with gone as (update sign_in_state set ${ENDS} where grant_id = any($1::uuid[]) and ended_at is null returning model, grant_id)
  insert into ended_sign_in (id) select distinct grant_id from gone on conflict do nothing`;
const END_GRANTS = statement(END);
/** Of an app, whoever was signed in to it: nothing of it comes back when the app does. */
const END_CLIENTS = statement(END.replace('grant_id = any($1::uuid[])', 'client_id = any($1)').replace('from gone', 'from gone where grant_id is not null'));
const DESTROY = statement('delete from sign_in_state where id = $1 and ended_at is null');
const END_ONE = statement(`update sign_in_state set ${ENDS} where id = $1 and ended_at is null`);
const END_ACCOUNTS = statement(`update sign_in_state set ${ENDS} where account_id = any($1::uuid[]) and ended_at is null`);
const ENDED = statement('select id from ended_sign_in where ended_at > now() - make_interval(secs => $1)');
const ENDED_SINCE = statement('select id from ended_sign_in where tx >= $1::xid8');
/** Whatever is committed from now on is of this transaction or a later one. */
const HORIZON = statement('select pg_snapshot_xmin(s)::text as horizon, $1::xid8 > pg_snapshot_xmax(s) as ahead from pg_current_snapshot() s');
const SWEEP = statement(`
  delete from sign_in_state where id in (select id from sign_in_state where expires_at < now() order by expires_at limit $1 for update skip locked) returning id`);
const SWEEP_ENDED = statement('delete from ended_sign_in where ended_at < now() - make_interval(secs => $1)');

/** A browser that is signed in, or what an app was allowed; used when it was last renewed. */
const SESSIONS = statement(`
  select s.id, s.model, a.name as app, s.created_at, s.expires_at, greatest(s.used_at, t.renewed_at) as used_at
  from sign_in_state s left join app a on a.client_id = s.client_id
  left join lateral (select max(r.created_at) as renewed_at from sign_in_state r where r.grant_id = s.id and r.model = 'RefreshToken') t on true
  where s.account_id = $1 and s.model in ('Session', 'Grant') and s.expires_at > now() and s.ended_at is null order by s.created_at desc, s.id limit 200`);
const LOCK_SESSIONS = statement(`
  select id, model, account_id, sealed from sign_in_state
  where id = any($1::uuid[]) and model in ('Session', 'Grant') and expires_at > now() and ended_at is null order by id for update`);

const SWEPT_AT_ONCE = 5_000;
const [GRANT, SESSION] = ['Grant', 'Session'];

type Row = Readonly<{ sealed: string; consumed_at: string | null }>;

/** Where an account is signed in. */
export type ListedSession = Readonly<{ id: string; model: string; app: string | null; startedAt: Date; usedAt: Date; endsAt: Date }>;

/** A sign-in that is about to end, with the grants that end with it. */
export type OwnSession = Readonly<{ id: string; model: string; accountId: string; grantKeys: readonly string[] }>;

type SessionRow = Readonly<Record<'id' | 'model' | 'account_id' | 'sealed' | 'created_at' | 'used_at' | 'expires_at', string>> &
  Readonly<{ app: string | null }>;
type Authorizations = Readonly<Record<string, Readonly<{ grantId?: string; persistsLogout?: boolean }>>>;

/**
 * Where the protocol keeps what is under way: names only as digests, contents sealed. Who reads the database alone can
 * neither use a code, a token or a cookie, nor tell whose it is beyond the account.
 */
@Injectable()
export class SignInStateRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The id under which a grant ends: it stands in the access tokens that came of it. */
  grantKey(grantId: string): string {
    return this.vault.idOf(GRANT, grantId);
  }

  async keep(model: string, name: string, payload: object, seconds: number, { grantId, lookup, accountId, clientId }: KeptFor): Promise<void> {
    const grant = grantId ?? (model === GRANT ? name : undefined);
    await this.database.query(UPSERT, [
      this.vault.idOf(model, name),
      model,
      grant === undefined ? null : this.grantKey(grant),
      lookup === undefined ? null : this.vault.idOf(`${model} lookup`, lookup),
      accountId ?? null,
      clientId ?? null,
      this.vault.seal(model, JSON.stringify(payload)),
      seconds,
    ]);
  }

  async find(model: string, name: string): Promise<Kept | undefined> {
    const [row] = await this.database.query<Row>(BY_ID, [this.vault.idOf(model, name)]);
    return row && this.read(model, row);
  }

  async lookUp(model: string, lookup: string): Promise<Kept | undefined> {
    const [row] = await this.database.query<Row>(BY_LOOKUP, [this.vault.idOf(`${model} lookup`, lookup)]);
    return row && this.read(model, row);
  }

  /** @returns false when somebody else was faster. */
  async consume(model: string, name: string): Promise<boolean> {
    return (await this.database.query(CONSUME, [this.vault.idOf(model, name)])).length > 0;
  }

  /** Takes what is good once, if it is still there. @returns false when it was taken before, has expired or ended. */
  async take(model: string, name: string): Promise<boolean> {
    return (await this.database.query(TAKE, [this.vault.idOf(model, name)])).length > 0;
  }

  async destroy(model: string, name: string): Promise<void> {
    if (model === GRANT) await this.database.query(END_GRANTS, [[this.grantKey(name)]]);
    else await this.database.query(DESTROY, [this.vault.idOf(model, name)]);
  }

  /** The sign-in of a browser, for good: one that is only renamed is destroyed under its old name. */
  async endBrowser(name: string): Promise<void> {
    await this.database.query(END_ONE, [this.vault.idOf(SESSION, name)]);
  }

  /** What one model has of a grant. */
  async revoke(model: string, grantId: string): Promise<void> {
    await this.database.query(REVOKE_MODEL, [this.grantKey(grantId), model]);
  }

  /** Everything that came of a grant, and the grant. */
  async endGrant(grantId: string): Promise<void> {
    await this.database.query(END_GRANTS, [[this.grantKey(grantId)]]);
  }

  /** All that accounts have signed in to; their access tokens end with the session of the account. */
  endAccounts(tx: Transaction, accountIds: readonly string[]): void {
    if (accountIds.length > 0) tx.send(END_ACCOUNTS, [accountIds]);
  }

  /** All that people have signed in to with some apps, for good, and the access tokens that are out. */
  endClients(tx: Transaction, clientIds: readonly string[]): void {
    if (clientIds.length > 0) tx.send(END_CLIENTS, [clientIds]);
  }

  async sessionsOf(accountId: string): Promise<ListedSession[]> {
    const rows = await this.database.query<SessionRow>(SESSIONS, [accountId]);
    return rows.map(({ id, model, app, created_at, used_at, expires_at }) => ({
      id,
      model,
      app,
      startedAt: new Date(created_at),
      usedAt: new Date(used_at),
      endsAt: new Date(expires_at),
    }));
  }

  /** Sign-ins by the ids that the list shows, under their locks. */
  async lockSessions(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, OwnSession>> {
    const rows = await tx.query<SessionRow>(LOCK_SESSIONS, [ids]);
    return new Map(rows.map((row) => [row.id, { id: row.id, model: row.model, accountId: row.account_id, grantKeys: this.grantsIn(row) }]));
  }

  endSession(tx: Transaction, { id, grantKeys }: OwnSession): void {
    tx.send(END_GRANTS, [grantKeys]);
    tx.send(END_ONE, [id]);
  }

  /** With a browser ends what was allowed there, but for what was asked to last beyond it. */
  private grantsIn(row: SessionRow): string[] {
    if (row.model === GRANT) return [row.id];
    const { authorizations = {} } = JSON.parse(this.vault.open(row.model, row.sealed)) as { authorizations?: Authorizations };
    return Object.values(authorizations).flatMap(({ grantId, persistsLogout }) => (grantId === undefined || persistsLogout ? [] : [this.grantKey(grantId)]));
  }

  /** The grants that ended: within so many seconds, or in a transaction or a later one. */
  async ended(since: EndedSince): Promise<string[]> {
    const [sql, value] = 'tx' in since ? ([ENDED_SINCE, since.tx] as const) : ([ENDED, since.withinSeconds] as const);
    return (await this.database.query<{ id: string }>(sql, [value])).map(({ id }) => id);
  }

  /**
   * From which transaction on the next answer has to tell, to be read before this answer is; and whether the one that was asked
   * after is of another database, such as one before a restore.
   */
  async horizon(after: string): Promise<Readonly<{ horizon: string; ahead: boolean }>> {
    const [row] = await this.database.query<{ horizon: string; ahead: boolean }>(HORIZON, [after]);
    return row!;
  }

  /** Forgets what has expired, so many rows at a time; other replicas may do the same. */
  async sweep(endedSeconds: number): Promise<number> {
    let swept = 0;
    for (let some = SWEPT_AT_ONCE; some === SWEPT_AT_ONCE; swept += some) some = (await this.database.query(SWEEP, [SWEPT_AT_ONCE])).length;
    await this.database.query(SWEEP_ENDED, [endedSeconds]);
    return swept;
  }

  private read(model: string, { sealed, consumed_at: consumedAt }: Row): Kept {
    return { payload: JSON.parse(this.vault.open(model, sealed)) as Kept['payload'], consumedAt: consumedAt === null ? null : new Date(consumedAt) };
  }
}
