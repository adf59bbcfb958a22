import type { Failure, StreamRow } from './ports.js';

/** An event can never be applied, however often it is tried: the contract is broken, or an invariant would be. */
export class PermanentError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The largest body of one event; the broker's topics take twice as much. */
export const MAX_EVENT_BYTES = 4 * 1024 * 1024;

/** An event's body is larger than any may be: a document has to be split. */
export class EventTooLarge extends PermanentError {
  constructor(message: string) {
    super('event-too-large', message);
  }
}

/** @throws PermanentError when a stream is another company's than the fact that came on it: no company's facts change another's state. */
export function requireOwner({ companyId: owner }: StreamRow, companyId: string | null): void {
  if (owner && owner !== companyId) throw new PermanentError('company-mismatch', `the stream is of company ${owner}, the fact of ${companyId}`);
}

const MESSAGE_LIMIT = 1_000;

/** An error in the form in which it is stored and shown, without its stack. */
export function failureOf(error: unknown): Failure {
  const { code, name, message } = (error ?? {}) as { code?: string; name?: string; message?: string };
  return { code: code ?? name ?? 'error', message: printable(message ?? String(error)).slice(0, MESSAGE_LIMIT) };
}

/** A message may quote what came from outside, and PostgreSQL stores no NUL. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
