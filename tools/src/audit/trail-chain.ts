import { createHash } from 'node:crypto';
import type { ServiceName } from '../site/topology.js';
import type { AuditDatabases } from './audit-databases.js';
import { type Difference, type Finding, LISTED } from './finding.js';

const SEALS_AT_ONCE = 20;
const HASH_BYTES = 32;

const HEADS = `select company_id, last_position, last_tx::text, last_id, encode(hash, 'hex') as hash from audit_seal_head order by 1`;
const SEALS = `
  select first_position, last_position, after_tx::text, after_id, last_tx::text, last_id, ids, encode(hashes, 'hex') as hashes
  from audit_seal where company_id = $1 and first_position > $2 order by first_position limit ${SEALS_AT_ONCE}`;
/** The rows that a seal is about, by their place, whatever it names: one that was added is among them. */
const LINES = `
  select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, tx::text, company_id, subject, session::text, client, operation,
    record_type, record_id, address, request_id, outcome, problem, times::text, changes::text, more::text
  from audit_trail where company_id = $1 and (tx, id) > ($2::xid8, $3::uuid) and (tx, id) <= ($4::xid8, $5::uuid) order by audit_trail.tx, id`;
/** A chain without its head, or without its first rows. */
const HEADLESS = `select distinct company_id from audit_seal s where not exists (select from audit_seal_head h where h.company_id = s.company_id)`;

type Head = { company_id: string; last_position: string; last_tx: string; last_id: string; hash: string };
type Seal = {
  first_position: string;
  last_position: string;
  after_tx: string;
  after_id: string;
  last_tx: string;
  last_id: string;
  ids: string[];
  hashes: string;
};
/** Its values in the order in which they are sealed. */
const SEALED = [
  'id',
  'at',
  'tx',
  'company_id',
  'subject',
  'session',
  'client',
  'operation',
  'record_type',
  'record_id',
  'address',
  'request_id',
  'outcome',
  'problem',
  'times',
  'changes',
  'more',
] as const;
export type Line = Readonly<Record<(typeof SEALED)[number], string | null>>;

/** Where a chain stands: what is sealed so far, and by which hash. */
type Place = Readonly<{ position: number; tx: string; id: string; hash: Buffer }>;
type Followed = Readonly<{ compared: number; difference?: Difference }>;

/**
 * Works the chains of the audit trails out again from the rows alone, and names the first row of each that is not as it was
 * sealed: changed, taken away, or put in afterwards.
 */
export async function checkTrailChains(databases: AuditDatabases, services: readonly ServiceName[]): Promise<Finding> {
  const differences: Difference[] = [];
  let compared = 0;
  for (const service of services) {
    const heads = await databases.query<Head>(service, HEADS);
    for (const head of heads) {
      const followed = await followChain(databases, service, head);
      compared += followed.compared;
      if (followed.difference) differences.push(followed.difference);
    }
    const headless = await databases.query<{ company_id: string }>(service, HEADLESS);
    for (const { company_id: company } of headless)
      differences.push({ what: `audit trail of ${service}, company ${company}`, expected: 'a head', found: 'none' });
  }
  return { invariant: 'I10', title: 'hash chains of the audit trails whole', compared, differences: differences.slice(0, LISTED) };
}

/** Up to the head as it stands now: what is sealed meanwhile is looked at the next time. */
async function followChain(databases: AuditDatabases, service: ServiceName, head: Head): Promise<Followed> {
  const company = head.company_id;
  const chain = `audit trail of ${service}, company ${company}`;
  let place: Place = { position: 0, tx: '0', id: '00000000-0000-0000-0000-000000000000', hash: genesis(company) };
  const end = Number(head.last_position);
  while (place.position < end) {
    const seals = await databases.query<Seal>(service, SEALS, [company, place.position]);
    if (seals.length === 0) break;
    for (const seal of seals) {
      if (Number(seal.last_position) > end) break;
      const broken = isNext(seal, place)
        ? undefined
        : { what: `${chain}: seals`, expected: `position ${place.position + 1}`, found: `position ${seal.first_position}` };
      if (broken) return { compared: place.position, difference: broken };
      const lines = await databases.query<Line>(service, LINES, [company, place.tx, place.id, seal.last_tx, seal.last_id]);
      const checked = checkSeal(seal, lines, place.hash);
      if ('fault' in checked) return { compared: place.position + checked.at, difference: { ...checked.fault, what: `${chain}: ${checked.fault.what}` } };
      place = { position: Number(seal.last_position), tx: seal.last_tx, id: seal.last_id, hash: checked.hash };
    }
    if (Number(seals.at(-1)!.last_position) > end) break;
  }
  const isWhole = place.position === end && place.hash.toString('hex') === head.hash;
  if (isWhole) return { compared: place.position };
  return {
    compared: place.position,
    difference: {
      what: `${chain}: head`,
      expected: `position ${end}, hash ${short(head.hash)}`,
      found: `position ${place.position}, hash ${short(place.hash.toString('hex'))}`,
    },
  };
}

const isNext = (seal: Seal, { position, tx, id }: Place) => Number(seal.first_position) === position + 1 && seal.after_tx === tx && seal.after_id === id;

/** Holds the rows of one seal against it, in their order. */
export function checkSeal(
  { ids, hashes }: Pick<Seal, 'ids' | 'hashes'>,
  lines: readonly Line[],
  previous: Buffer,
): Readonly<{ hash: Buffer } | { fault: Difference; at: number }> {
  const sealed = Buffer.from(hashes, 'hex');
  let hash = previous;
  for (const [at, id] of ids.entries()) {
    const line = lines[at];
    if (line?.id !== id) return { fault: line && !ids.includes(line.id!) ? added(line) : missing(id), at };
    const [expected, found] = [sealed.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES), chained(hash, line)];
    if (!found.equals(expected)) return { fault: changed(line, expected, found), at };
    hash = found;
  }
  const more = lines[ids.length];
  return more ? { fault: added(more), at: ids.length } : { hash };
}

const added = (line: Line): Difference => ({ what: nameOf(line), expected: 'not there when its turn was sealed', found: 'there' });
const missing = (id: string): Difference => ({ what: `row ${id}`, expected: 'there, as it was sealed', found: 'not there' });
const changed = (line: Line, expected: Buffer, found: Buffer): Difference => ({
  what: nameOf(line),
  expected: `hash ${short(expected.toString('hex'))}`,
  found: `hash ${short(found.toString('hex'))}: the row is not as it was sealed`,
});

const nameOf = ({ id, at, operation, subject }: Line) => `row ${id}: ${operation} by ${subject ?? 'nobody known'} at ${at}`;
const short = (hash: string) => `${hash.slice(0, 16)}…`;
const digest = (...parts: readonly (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

export const genesis = (company: string): Buffer => digest(`millrace audit trail 1 ${company}`);

/** The hash of a row behind the hash before it: each value behind its length in bytes, `-` for nothing. */
export function chained(previous: Buffer, line: Line): Buffer {
  const values = SEALED.map((field) => line[field]);
  return digest(previous, values.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join(''));
}
