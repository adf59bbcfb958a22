import type { ServiceName } from '../site/topology.js';
import type { AuditDatabases } from './audit-databases.js';
import { type Difference, type Finding, LISTED } from './finding.js';

/**
 * A rule within one database: `sql` counts what it looks at in `compared`, and names what breaks the rule in `what`,
 * `expected`, `found` (null where nothing does).
 */
export type LocalRule = Readonly<{ invariant: string; title: string; service: ServiceName; compared: string; broken: string }>;

/** Two databases that must tell the same: each query gives rows of `key` and `value`, both text. */
export type CrossRule = Readonly<{ invariant: string; title: string; what: string; left: Side; right: Side }>;
export type Side = Readonly<{ service: ServiceName; sql: string }>;

export async function checkLocal(databases: AuditDatabases, rule: LocalRule): Promise<Finding> {
  const [[count], broken] = await Promise.all([
    databases.query<{ n: string }>(rule.service, `select count(*) as n from (${rule.compared}) compared`),
    databases.query<Difference>(rule.service, `select what, expected, found from (${rule.broken}) broken order by what limit ${LISTED}`),
  ]);
  return { invariant: rule.invariant, title: rule.title, compared: Number(count!.n), differences: broken };
}

const BUCKETS = 256;

type Bucket = { bucket: string; n: string; digest: string };

/** Compares digests of many rows first, and looks closer only where these differ: a million rows stay where they are. */
export async function checkAcross(databases: AuditDatabases, rule: CrossRule): Promise<Finding> {
  const [left, right] = await Promise.all([bucketsOf(databases, rule.left), bucketsOf(databases, rule.right)]);
  const compared = [...left.values()].reduce((sum, { n }) => sum + Number(n), 0);
  const suspects = Array.from({ length: BUCKETS }, (_, bucket) => bucket).filter((bucket) => left.get(bucket)?.digest !== right.get(bucket)?.digest);
  const differences: Difference[] = [];
  for (const bucket of suspects) {
    const [expected, found] = await Promise.all([rowsOf(databases, rule.left, bucket), rowsOf(databases, rule.right, bucket)]);
    for (const key of new Set([...expected.keys(), ...found.keys()])) {
      if (expected.get(key) === found.get(key)) continue;
      differences.push({
        what: `${rule.what} ${key}`,
        expected: `${rule.left.service}: ${expected.get(key) ?? 'nothing'}`,
        found: `${rule.right.service}: ${found.get(key) ?? 'nothing'}`,
      });
    }
    if (differences.length >= LISTED) break;
  }
  return { invariant: rule.invariant, title: rule.title, compared, differences: differences.sort((a, b) => (a.what < b.what ? -1 : 1)).slice(0, LISTED) };
}

const bucketOf = `((hashtextextended(key, 0) % ${BUCKETS}) + ${BUCKETS}) % ${BUCKETS}`;

async function bucketsOf(databases: AuditDatabases, { service, sql }: Side): Promise<Map<number, Bucket>> {
  const digest = `select ${bucketOf} as bucket, count(*) as n, sum(hashtextextended(key || '|' || value, 0)::numeric)::text as digest from (${sql}) side group by 1`;
  return new Map((await databases.query<Bucket>(service, digest)).map((row) => [Number(row.bucket), row]));
}

async function rowsOf(databases: AuditDatabases, { service, sql }: Side, bucket: number): Promise<Map<string, string>> {
  const rows = await databases.query<{ key: string; value: string }>(service, `select key, value from (${sql}) side where ${bucketOf} = ${bucket}`);
  return new Map(rows.map((row) => [row.key, row.value]));
}
