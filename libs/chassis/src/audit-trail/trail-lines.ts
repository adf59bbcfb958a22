import { Clock } from '@millrace/kernel';
import { NO_COMPANY, type RowChange } from '@millrace/messaging';
import { Database, type Statement, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { cursorOf, limitOf, type Page, pageOf } from '../http/pages.js';
import type { AuditTrailLineDto, AuditTrailQuery } from './audit-trail.dto.js';

type Row = Readonly<{
  id: string;
  at: string;
  tx: string;
  outcome: 'done' | 'refused';
  problem: string | null;
  times: number;
  subject: string | null;
  session: number | null;
  client: string | null;
  address: string | null;
  request_id: string | null;
  operation: string;
  record_type: string | null;
  record_id: string | null;
  changes: readonly RowChange[] | null;
  more: number | null;
}>;

/** What may be looked for, each with the condition on its parameter. */
const CONDITIONS = {
  recordId: (value) => `record_id = ${value}`,
  subject: (value) => `subject = ${value}`,
  recordType: (value) => `record_type = ${value}`,
  operation: (value) => `operation = ${value}`,
  outcome: (value) => `outcome = ${value}`,
  from: (value) => `at >= ${value}::timestamptz`,
  until: (value) => `at < ${value}::timestamptz`,
} satisfies Partial<Record<keyof AuditTrailQuery, (parameter: string) => string>>;
type Wish = keyof typeof CONDITIONS;

/** So far back goes who names neither a record nor a person: no index serves the rest, and a trail is long. */
const LOOK_BACK_MS = 31 * 86_400_000;
/** So long may a page take. */
const PAGE_LIMIT_MS = 5_000;
const LIMIT_TIME = statement(`select set_config('statement_timeout', $1, true)`);

/** Lines of the audit trail, newest first. */
@Injectable()
export class TrailLines {
  /** One statement for each set of conditions, so that each is planned for the index that serves it. */
  private readonly statements = new Map<string, Statement>();

  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(companyId: string | null, asked: AuditTrailQuery): Promise<Page<AuditTrailLineDto>> {
    const query = bounded(asked, this.clock.now());
    const limit = limitOf(query);
    const after = cursorOf(query, 2);
    const wishes = (Object.keys(CONDITIONS) as Wish[]).filter((wish) => query[wish] !== undefined);
    const find = this.statementFor(wishes, after !== undefined);
    const values = [companyId ?? NO_COMPANY, limit + 1, ...wishes.map((wish) => valueOf(wish, query[wish]!)), ...(after ?? [])];
    const rows = await this.database.transaction(companyId, (tx) => {
      tx.send(LIMIT_TIME, [`${PAGE_LIMIT_MS}`]);
      return tx.query<Row>(find, values);
    });
    return pageOf(rows, limit, lineOf, ({ tx, id }) => [tx, id]);
  }

  private statementFor(wishes: readonly Wish[], isLaterPage: boolean): Statement {
    const key = `${wishes.join(' ')} ${isLaterPage}`;
    let found = this.statements.get(key);
    if (!found) {
      const conditions = ['company_id = $1', ...wishes.map((wish, index) => CONDITIONS[wish](`$${index + 3}`))];
      if (isLaterPage) conditions.push(`(tx, id) < ($${wishes.length + 3}::xid8, $${wishes.length + 4}::uuid)`);
      found = statement(`select *, tx::text as tx from audit_trail where ${conditions.join(' and ')} order by audit_trail.tx desc, id desc limit $2`);
      this.statements.set(key, found);
    }
    return found;
  }
}

/** A search that an index serves as it is, or that has a beginning. */
function bounded(query: AuditTrailQuery, now: Date): AuditTrailQuery {
  if (query.recordId !== undefined || query.subject !== undefined || query.from !== undefined) return query;
  const until = query.until === undefined ? now : new Date(query.until);
  return { ...query, from: new Date(until.getTime() - LOOK_BACK_MS).toISOString() };
}

const valueOf = (wish: Wish, value: string) => (wish === 'from' || wish === 'until' ? new Date(value).toISOString() : value);

function lineOf(row: Row): AuditTrailLineDto {
  const told = {
    problem: row.problem,
    subject: row.subject,
    session: row.session,
    client: row.client,
    address: row.address,
    request: row.request_id,
    recordType: row.record_type,
    record: row.record_id,
    more: row.more,
  };
  const { id, outcome, times, operation } = row;
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  return { id, at: new Date(row.at).toISOString(), outcome, times, operation, ...known, changes: row.changes ?? [] };
}
