import type { Failure } from './ports.js';

/** An event can never be applied, however often it is tried: the contract is broken, or an invariant would be. */
export class PermanentError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
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
