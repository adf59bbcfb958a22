/** No class of SQLSTATE begins with E, as the names of Node's errors do: EPIPE is as long as a state. */
const SQL_STATE = /^(?!E)[0-9A-Z]{5}$/;

/** SQLSTATE of an error of PostgreSQL, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && SQL_STATE.test(code) ? code : undefined;
}

export const UNIQUE_VIOLATION = '23505';
export const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';

/** Socket errors of Node, and what `pg` says when a connection went away under a query. */
const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const CONNECTION_MESSAGES =
  /connection terminated|connection ended|client was closed|not queryable|timeout exceeded when trying to connect|Connection terminated/i;

/**
 * Whether the same work may simply be tried again: the connection or the server went away, or a neighbour got in
 * between (deadlock, serialization, a unique key). PostgreSQL's classes 08, 53 and 57P are connection, resources and
 * shutdown.
 */
export function isTransient(error: unknown): boolean {
  const state = sqlState(error);
  if (state) return state === SERIALIZATION_FAILURE || state === DEADLOCK || state === UNIQUE_VIOLATION || /^(08|53|57P)/.test(state);
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return CONNECTION_CODES.has(code ?? '') || CONNECTION_MESSAGES.test(message ?? '');
}

/** A lock or a statement took too long: alone no reason to give up, often enough it is. */
export function isTimeout(error: unknown): boolean {
  const state = sqlState(error);
  return state === LOCK_NOT_AVAILABLE || state === QUERY_CANCELED;
}
