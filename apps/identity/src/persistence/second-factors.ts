import { ProblemException } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { cleanRecoveryCode, newRecoveryCodes, periodOf } from '../domain/one-time-code.js';
import type { Protection } from '../domain/passkey.js';
import { IdentitySettings } from '../identity-settings.js';
import { type Counted, Guesses } from './guesses.js';
import { Vault } from './vault.js';

const [SECRET, RECOVERY] = ['second factors', 'recovery codes'];
/** Of a code three in a million are right at a time: guesses are few, whoever they come from. */
const GUESSES = 10;

/** The accounts of whom a role that they hold, or a company that they may act in, demands a second factor. */
const DEMANDED_OF = `
  select m.account_id from membership m join role r on r.code = m.role_code
  where (r.demands_second_factor or exists (select 1 from company c where c.demands_second_factor and (m.company_id is null or c.id = m.company_id)))`;

const PROTECTION = statement(`
  select exists (select 1 from second_factor where account_id = $1 and sealed_secret is not null) as authenticator,
    exists (select 1 from passkey where account_id = $1) as passkey,
    $1 in (${DEMANDED_OF} and m.account_id = $1) as demanded`);
const DEMANDED = statement(`${DEMANDED_OF} and m.account_id = any($1::uuid[])`);
const BY_ACCOUNT = statement('select sealed_secret, last_period from second_factor where account_id = $1 and sealed_secret is not null');
/** A code is taken once: the period of the one before must be over. */
const TAKE = statement('update second_factor set last_period = $2 where account_id = $1 and sealed_secret = $3 and last_period < $2 returning account_id');
const TAKE_LOCKED = statement('update second_factor set last_period = $2 where account_id = $1');
const USE = statement('update recovery_code set used_at = now() where account_id = $1 and id = $2 and used_at is null returning id');
const IS_LEFT = statement('select 1 from recovery_code where account_id = $1 and id = $2 and used_at is null');
const LEFT = statement('select count(*)::int as n from recovery_code where account_id = $1 and used_at is null');
/** A secret waits to be confirmed for as long as it takes to scan it, and no longer. */
const LOCK = statement(`
  select account_id, sealed_secret, last_period, case when pending_since > now() - interval '15 minutes' then pending_secret end as pending_secret
  from second_factor where account_id = any($1::uuid[]) order by account_id for update`);
const LOCK_CODES = statement(
  'select account_id, id from recovery_code where account_id = any($1::uuid[]) and used_at is null order by account_id, id for update',
);
const START = statement(`
  insert into second_factor (account_id, pending_secret, pending_since) values ($1, $2, now())
  on conflict (account_id) do update set pending_secret = excluded.pending_secret, pending_since = excluded.pending_since`);
const CONFIRM = statement(`
  update second_factor set sealed_secret = pending_secret, pending_secret = null, pending_since = null, last_period = $2, confirmed_at = now()
  where account_id = $1`);
const END_PENDING = statement('update second_factor set pending_secret = null, pending_since = null where account_id = $1');
const FORGET_CODES = statement('delete from recovery_code where account_id = $1');
const ADD_CODES = statement('insert into recovery_code (account_id, id) select $1, unnest($2::uuid[])');
const FORGET = statement('delete from second_factor where account_id = $1');

type FactorRow = Readonly<{ account_id: string; sealed_secret: string | null; pending_secret: string | null; last_period: string }>;
const NOTHING = { sealed_secret: null, pending_secret: null, last_period: '0' };
type CodeRow = Readonly<{ account_id: string; id: string }>;

/** The second factor of an account, under its lock: what counts, and what is yet to be confirmed. */
export type LockedFactor = { secret?: string; pending?: string; lastPeriod: number; readonly recoveryIds: Set<string> };

/** What people prove themselves with beside a password: an authenticator, and codes for who has lost it. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly settings: IdentitySettings,
    private readonly guesses: Guesses,
  ) {}

  private get isOfEverybody(): boolean {
    return this.settings.SECOND_FACTOR === 'everybody';
  }

  /** What a person is protected by beside the password, and whether something is asked for. */
  async protectionOf(accountId: string): Promise<Protection> {
    const [row] = await this.database.query<Protection>(PROTECTION, [accountId]);
    const { authenticator, passkey, demanded } = row!;
    return { authenticator, passkey, demanded: demanded || this.isOfEverybody };
  }

  /** Of which of these accounts a second factor is demanded. */
  async demandedOf(tx: Transaction, accountIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.isOfEverybody) return new Set(accountIds);
    return new Set((await tx.query<{ account_id: string }>(DEMANDED, [accountIds])).map((row) => row.account_id));
  }

  /** Other recovery codes for an account, and the ids under which they are kept. */
  newRecoveryCodes(accountId: string): Readonly<{ codes: readonly string[]; ids: readonly string[] }> {
    const codes = newRecoveryCodes();
    return { codes, ids: codes.map((code) => this.recoveryId(accountId, code)) };
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    return (await this.database.query<{ n: number }>(LEFT, [accountId]))[0]!.n;
  }

  /**
   * Takes a code of the authenticator, or a recovery code; each is good once.
   *
   * @throws ProblemException 429 when too many were wrong.
   */
  async prove(accountId: string, code: string): Promise<boolean> {
    return this.limited(accountId, () => (isDigits(code) ? this.takeCode(accountId, digitsOf(code)) : this.useRecoveryCode(accountId, code)), Boolean);
  }

  /** Whether `prove` would take a code, which stays good. @throws ProblemException 429 when too many were wrong. */
  async fits(accountId: string, code: string): Promise<boolean> {
    return this.limited(accountId, () => this.isGood(accountId, code), Boolean);
  }

  private async isGood(accountId: string, code: string): Promise<boolean> {
    if (!isDigits(code)) return (await this.database.query(IS_LEFT, [accountId, this.recoveryId(accountId, code)])).length > 0;
    const [row] = await this.database.query<Readonly<{ sealed_secret: string; last_period: string }>>(BY_ACCOUNT, [accountId]);
    const period = row && periodOf(this.vault.open(SECRET, row.sealed_secret), digitsOf(code), this.clock.now());
    return period !== undefined && period > Number(row!.last_period);
  }

  /**
   * Tries a code, which is one of few guesses; the right one makes up for the wrong ones.
   *
   * @throws ProblemException 429 when too many were wrong.
   */
  async limited<T>(whose: string, attempt: () => Promise<T>, isRight: (outcome: T) => boolean): Promise<T> {
    const id = this.vault.idOf('second factor attempts', whose);
    const counted = await this.guesses.count(id);
    if (counted.attempts > GUESSES) throw tooMany(counted);
    const outcome = await attempt();
    if (isRight(outcome)) await this.guesses.forget(id);
    return outcome;
  }

  private async takeCode(accountId: string, code: string): Promise<boolean> {
    const [row] = await this.database.query<{ sealed_secret: string }>(BY_ACCOUNT, [accountId]);
    const period = row && periodOf(this.vault.open(SECRET, row.sealed_secret), code, this.clock.now());
    if (period === undefined) return false;
    return (await this.database.query(TAKE, [accountId, period, row!.sealed_secret])).length > 0;
  }

  private async useRecoveryCode(accountId: string, code: string): Promise<boolean> {
    return (await this.database.query(USE, [accountId, this.recoveryId(accountId, code)])).length > 0;
  }

  sealSecret(secret: string): string {
    return this.vault.seal(SECRET, secret);
  }

  /** How a recovery code is kept: what is kept for one account is worth nothing for another. */
  recoveryId(accountId: string, code: string): string {
    return this.vault.idOf(RECOVERY, `${accountId} ${cleanRecoveryCode(code)}`);
  }

  /** The second factors of accounts, by account. */
  async lock(tx: Transaction, accountIds: readonly string[]): Promise<ReadonlyMap<string, LockedFactor>> {
    const rows = new Map((await tx.query<FactorRow>(LOCK, [accountIds])).map((row) => [row.account_id, row]));
    const codes = Map.groupBy(await tx.query<CodeRow>(LOCK_CODES, [accountIds]), (row) => row.account_id);
    return new Map(accountIds.map((id) => [id, this.read(rows.get(id) ?? NOTHING, codes.get(id) ?? [])]));
  }

  private read(
    { sealed_secret: sealed, pending_secret: pending, last_period: lastPeriod }: Omit<FactorRow, 'account_id'>,
    codes: readonly CodeRow[],
  ): LockedFactor {
    const open = (text: string | null) => (text === null ? undefined : this.vault.open(SECRET, text));
    return { secret: open(sealed), pending: open(pending), lastPeriod: Number(lastPeriod), recoveryIds: new Set(codes.map(({ id }) => id)) };
  }

  /** Takes a code as `prove` does, together with what else the transaction does. */
  take(tx: Transaction, accountId: string, factor: LockedFactor, code: string): boolean {
    if (!isDigits(code)) {
      const id = this.recoveryId(accountId, code);
      const isThere = factor.recoveryIds.delete(id);
      if (isThere) tx.send(USE, [accountId, id]);
      return isThere;
    }
    const period = factor.secret === undefined ? undefined : periodOf(factor.secret, digitsOf(code), this.clock.now());
    if (period === undefined || period <= factor.lastPeriod) return false;
    factor.lastPeriod = period;
    tx.send(TAKE_LOCKED, [accountId, period]);
    return true;
  }

  /** From here on the account has a secret to confirm; the one that it had counts until then. */
  start(tx: Transaction, accountId: string, sealedSecret: string): void {
    tx.send(START, [accountId, sealedSecret]);
  }

  /** What waits to be confirmed was asked for while the account was protected by less. */
  endPending(tx: Transaction, accountId: string): void {
    tx.send(END_PENDING, [accountId]);
  }

  /** The secret counts, its first code has been taken, and these recovery codes are the only ones. */
  confirm(tx: Transaction, accountId: string, period: number, recoveryIds: readonly string[]): void {
    tx.send(CONFIRM, [accountId, period]);
    this.replaceCodes(tx, accountId, recoveryIds);
  }

  /** From here on these recovery codes are the only ones of an account. */
  replaceCodes(tx: Transaction, accountId: string, recoveryIds: readonly string[]): void {
    tx.send(FORGET_CODES, [accountId]);
    if (recoveryIds.length > 0) tx.send(ADD_CODES, [accountId, recoveryIds]);
  }

  /** The authenticator counts no more; recovery codes stay as long as they stand in for something. */
  forget(tx: Transaction, accountId: string, { keepCodes }: Readonly<{ keepCodes: boolean }>): void {
    if (!keepCodes) tx.send(FORGET_CODES, [accountId]);
    tx.send(FORGET, [accountId]);
  }
}

/** Whether what was typed is one of the codes for who has lost the device, and none of an authenticator. */
export const isRecoveryCode = (code: string): boolean => !isDigits(code);

const isDigits = (code: string) => /^[0-9 ]+$/.test(code);
const digitsOf = (code: string) => code.replaceAll(' ', '');

const tooMany = ({ secondsLeft }: Counted) => ProblemException.rateLimitExceeded('Too many codes were wrong', secondsLeft);
