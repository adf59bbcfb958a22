import { ProblemException } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Database, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { cleanRecoveryCode, periodOf } from '../domain/one-time-code.js';
import { Vault } from './vault.js';

const [SECRET, RECOVERY] = ['second factors', 'recovery codes'];
/** Of a code three in a million are right at a time: guesses are few, whoever they come from. */
const [GUESSES, QUARTER_SECONDS] = [10, 900];

const BY_ACCOUNT = statement('select sealed_secret from second_factor where account_id = $1 and sealed_secret is not null');
/** A code is taken once: the period of the one before must be over. */
const TAKE = statement('update second_factor set last_period = $2 where account_id = $1 and sealed_secret = $3 and last_period < $2 returning account_id');
const USE = statement('update recovery_code set used_at = now() where account_id = $1 and id = $2 and used_at is null returning id');
const LEFT = statement('select count(*)::int as n from recovery_code where account_id = $1 and used_at is null');
const PENDING = statement('select account_id, pending_secret from second_factor where account_id = any($1::uuid[]) order by account_id for update');
const START = statement(`
  insert into second_factor (account_id, pending_secret) values ($1, $2)
  on conflict (account_id) do update set pending_secret = excluded.pending_secret`);
const CONFIRM = statement(`
  update second_factor set sealed_secret = pending_secret, pending_secret = null, last_period = $2, confirmed_at = now() where account_id = $1`);
const FORGET_CODES = statement('delete from recovery_code where account_id = $1');
const ADD_CODES = statement('insert into recovery_code (account_id, id) select $1, unnest($2::uuid[])');
const FORGET = statement('delete from second_factor where account_id = $1');

/** What people prove themselves with beside a password: an authenticator, and codes for who has lost it. */
@Injectable()
export class SecondFactors {
  private readonly guesses = new RateLimiterMemory({ points: GUESSES, duration: QUARTER_SECONDS });

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  async has(accountId: string): Promise<boolean> {
    return (await this.database.query(BY_ACCOUNT, [accountId])).length > 0;
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
    await this.guesses.consume(accountId).catch((over: unknown) => {
      throw tooMany(over as RateLimiterRes);
    });
    const proven = /^[0-9 ]+$/.test(code) ? await this.takeCode(accountId, code.replaceAll(' ', '')) : await this.useRecoveryCode(accountId, code);
    if (proven) await this.guesses.delete(accountId);
    return proven;
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

  /** The secrets that accounts have yet to confirm, under their locks. */
  async pending(tx: Transaction, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ account_id: string; pending_secret: string | null }>(PENDING, [accountIds]);
    return new Map(rows.flatMap((row) => (row.pending_secret === null ? [] : [[row.account_id, this.vault.open(SECRET, row.pending_secret)]])));
  }

  /** From here on the account has a secret to confirm; the one that it had counts until then. */
  start(tx: Transaction, accountId: string, sealedSecret: string): void {
    tx.send(START, [accountId, sealedSecret]);
  }

  /** The secret counts, its first code has been taken, and these recovery codes are the only ones. */
  confirm(tx: Transaction, accountId: string, period: number, recoveryIds: readonly string[]): void {
    tx.send(CONFIRM, [accountId, period]);
    tx.send(FORGET_CODES, [accountId]);
    tx.send(ADD_CODES, [accountId, recoveryIds]);
  }

  forget(tx: Transaction, accountId: string): void {
    tx.send(FORGET_CODES, [accountId]);
    tx.send(FORGET, [accountId]);
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): ProblemException {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return new ProblemException(429, 'rate-limit-exceeded', `Too many codes were wrong: come back in ${seconds} s.`, {}, { 'retry-after': String(seconds) });
}
