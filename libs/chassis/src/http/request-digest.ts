import { createHash } from 'node:crypto';
import { SECRET_FIELDS } from '../secret-fields.js';
import type { Seal } from './seal.js';

/** What is asked for on a route: two requests with one idempotency key must agree in all of it. */
export type Asked = Readonly<{ params: Readonly<Record<string, unknown>>; query: Readonly<Record<string, unknown>>; body: unknown }>;

const secretFields = new Set<string>(SECRET_FIELDS);
/** Most requests have no secret, and then nothing is looked at field by field. */
const NAMES_SECRET = new RegExp(`"(?:${SECRET_FIELDS.join('|')})":`);

/** How long to wait for an answer changes nothing of what is asked for. */
const OF_THE_ANSWER = new Set(['until']);

/**
 * Tells one request from another. Of what is secret it shows nothing to who reads it: such fields are marked with a seal.
 *
 * A route without parameters has the digest of its body alone, and so keys that were kept under it go on.
 */
export function digestOf({ params, query, body }: Asked, seal: Seal): Buffer {
  const where = [...sorted(params), ...sorted(query).filter(([name]) => !OF_THE_ANSWER.has(name))];
  const asked = where.length === 0 ? (body ?? null) : [where, body ?? null]; // A body is never a list.
  const text = JSON.stringify(asked);
  return createHash('sha256')
    .update(NAMES_SECRET.test(text) ? JSON.stringify(asked, (name, value: unknown) => (secretFields.has(name) ? marked(value, seal) : value)) : text)
    .digest();
}

const marked = (value: unknown, seal: Seal) => seal.mark('idempotency', JSON.stringify(value)).toString('base64');

function sorted(values: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
