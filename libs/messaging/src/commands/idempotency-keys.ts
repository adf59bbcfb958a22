import { createHash } from 'node:crypto';
import { isRefusal, Refusal } from '@millrace/kernel';
import { arrayLiteral, statement } from '@millrace/persistence';
import type { UnitOfWork } from '../postgres/unit-of-work.js';
import { NO_COMPANY } from '../trail/no-company.js';
import type { Answer, Command } from './command.js';

/** The advisory lock is free again at the end of the transaction, whatever that is. */
const CLAIM = statement(`
  select c.n, pg_try_advisory_xact_lock(c.lock) as free, k.body_hash, k.response
  from unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[]) as c(n, lock, subject, route, key)
  left join idempotency_key k on k.company_id = $6 and k.subject = c.subject and k.route = c.route and k.key = c.key`);

const KEEP = statement(`
  insert into idempotency_key (company_id, subject, route, key, body_hash, status, response)
  select $1, u.subject, u.route, u.key, u.body_hash, 200, u.response
  from unnest($2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[]) as u(subject, route, key, body_hash, response)`);

type Row = { n: number; free: boolean; body_hash: Buffer | null; response: string | null };

export type Claim = Readonly<{ kind: 'new' } | { kind: 'known'; response: unknown } | { kind: 'refused'; refusal: Refusal }>;

const inFlight = new Refusal(
  'idempotency-key-in-flight',
  'conflict',
  'A request with this Idempotency-Key is still under way: wait for its answer, or repeat this one later.',
);
const reused = new Refusal('idempotency-key-reused', 'invalid', 'This Idempotency-Key was used for another request: use a new key for a new one.');

/**
 * The first answer to each (company, subject, route, key), kept in the transaction of the effect itself: either both
 * are there or neither. Two requests with one key at the same time: the second is told that the first is under way.
 */
export class IdempotencyKeys {
  async claim(tx: UnitOfWork, commands: readonly Command<unknown>[]): Promise<Claim[]> {
    const claims: Claim[] = commands.map(() => ({ kind: 'new' }));
    const keyed = commands.map((command, n) => ({ command, n })).filter(({ command }) => command.idempotency);
    if (keyed.length === 0) return claims;
    const rows = await tx.query<Row>(CLAIM, [
      arrayLiteral(
        keyed.map(({ n }) => n),
        false,
      ),
      arrayLiteral(
        keyed.map(({ command }) => lockOf(command)),
        false,
      ),
      arrayLiteral(
        keyed.map(({ command }) => command.actor),
        true,
      ),
      arrayLiteral(
        keyed.map(({ command }) => command.idempotency!.route),
        true,
      ),
      arrayLiteral(
        keyed.map(({ command }) => command.idempotency!.key),
        true,
      ),
      tx.companyId ?? NO_COMPANY,
    ]);
    for (const row of rows) claims[row.n] = claimOf(row, commands[row.n]!);
    return claims;
  }

  keep(tx: UnitOfWork, commands: readonly Command<unknown>[], results: readonly (Answer<unknown> | Refusal)[]): void {
    const kept = commands
      .map((command, index) => ({ command, result: results[index]! }))
      .filter(({ command, result }) => command.idempotency && !isRefusal(result) && !result.replayed);
    if (kept.length === 0) return;
    tx.send(KEEP, [
      tx.companyId ?? NO_COMPANY,
      arrayLiteral(
        kept.map(({ command }) => command.actor),
        true,
      ),
      arrayLiteral(
        kept.map(({ command }) => command.idempotency!.route),
        true,
      ),
      arrayLiteral(
        kept.map(({ command }) => command.idempotency!.key),
        true,
      ),
      arrayLiteral(
        kept.map(({ command }) => `\\x${command.idempotency!.bodyHash.toString('hex')}`),
        true,
      ),
      arrayLiteral(
        kept.map(({ result }) => JSON.stringify((result as Answer<unknown>).response)),
        true,
      ),
    ]);
  }
}

function claimOf(row: Row, command: Command<unknown>): Claim {
  if (!row.free) return { kind: 'refused', refusal: inFlight };
  if (row.body_hash === null) return { kind: 'new' };
  if (!row.body_hash.equals(command.idempotency!.bodyHash)) return { kind: 'refused', refusal: reused };
  return { kind: 'known', response: JSON.parse(row.response!) };
}

function lockOf({ companyId, actor, idempotency }: Command<unknown>): bigint {
  const { route, key } = idempotency!;
  return createHash('sha256')
    .update(JSON.stringify([companyId, actor, route, key]))
    .digest()
    .readBigInt64BE();
}
