import { newId } from '@millrace/kernel';
import { arrayLiteral, statement, type Transaction } from '@millrace/persistence';
import { printable } from '../protocol/failure.js';
import { NO_COMPANY } from './no-company.js';
import type { TrailEntry } from './trail-entry.js';

const TEXT_LIMIT = 200;

const APPEND = statement(`
  insert into audit_trail (company_id, id, subject, session, client, operation, record_type, record_id, address, request_id, outcome, problem, times, changes, more)
  select $1, u.* from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int[], $14::json[], $15::int[]) as u`);

/** Writes lines of the audit trail, in one statement, with all else that the transaction does. */
export function appendToTrail(tx: Transaction, entries: readonly TrailEntry[]): void {
  if (entries.length === 0) return;
  const texts = (value: (entry: TrailEntry) => string | null | undefined) => arrayLiteral(entries.map(value), true);
  const numbers = (value: (entry: TrailEntry) => number | string | null) => arrayLiteral(entries.map(value), false);
  const short = (value: string | null | undefined) => value && printable(value).slice(0, TEXT_LIMIT);
  tx.send(APPEND, [
    tx.companyId ?? NO_COMPANY,
    numbers(() => newId()),
    texts(({ subject }) => subject),
    numbers(({ origin }) => origin.session),
    texts(({ origin }) => short(origin.client)),
    texts(({ origin }) => origin.operation),
    texts(({ record }) => record?.type),
    texts(({ record }) => short(record?.id)),
    texts(({ origin }) => origin.address),
    texts(({ requestId }) => requestId),
    texts(({ outcome }) => outcome),
    texts(({ problem }) => problem),
    numbers(({ times }) => times),
    texts(({ changes }) => (changes && changes.length > 0 ? JSON.stringify(changes) : null)),
    numbers(({ more }) => more || null),
  ]);
}
