import { STATUS_CODES } from 'node:http';
import type { Violation } from '@millrace/contracts';
import type { Refusal, RefusalKind } from '@millrace/kernel';
import { EventTooLarge, Overloaded } from '@millrace/messaging';
import { isTimeout, isTransient, sqlState, UNIQUE_VIOLATION } from '@millrace/persistence';
import { HttpException } from '@nestjs/common';
import type { Logger } from 'pino';
import { failureOf } from '../failure.js';

/** RFC 9457: what went wrong, in a form for programs and in words for people. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Stable; the last part of `type`. */
  code: string;
  instance?: string;
  /** Id of the request, as it stands in every log. */
  traceId?: string;
  errors?: readonly Violation[];
}> &
  Readonly<Record<string, unknown>>;

const statusOf: Readonly<Record<RefusalKind, number>> = { invalid: 422, conflict: 409, missing: 404, forbidden: 403, stale: 412 };

/** An answer that is not the one that was asked for. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly members: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }

  static of(refusal: Refusal): ProblemException {
    return new ProblemException(statusOf[refusal.kind], refusal.code, refusal.detail, refusal.members);
  }

  /** 400 for what cannot be read; 422 when every value can, and some are none that their fields take. */
  static invalid(violations: readonly Violation[]): ProblemException {
    const [first] = violations;
    const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
    const [status, code] = violations.every(({ understood }) => understood) ? ([422, 'value-refused'] as const) : ([400, 'request-invalid'] as const);
    const errors = violations.map(({ pointer, detail }) => ({ pointer, detail }));
    return new ProblemException(status, code, `${first!.pointer || 'body'}: ${first!.detail}${more}`, { errors });
  }

  static bodyTooLarge(detail = 'The body is larger than this route takes: split the document, or use a bulk route.'): ProblemException {
    return new ProblemException(413, 'body-too-large', detail);
  }

  /** 429: `why` in a sentence without its stop, and when to come back. */
  static rateLimitExceeded(why: string, secondsLeft: number, headers: Readonly<Record<string, string>> = {}): ProblemException {
    const seconds = Math.max(1, Math.ceil(secondsLeft));
    return new ProblemException(429, 'rate-limit-exceeded', `${why}: come back in ${seconds} s.`, {}, { 'retry-after': String(seconds), ...headers });
  }

  static mediaTypeUnsupported(wanted = 'application/json'): ProblemException {
    return new ProblemException(415, 'media-type-unsupported', `Send the body as ${wanted} in UTF-8.`);
  }
}

/** Any error as a problem; of what is no problem by itself, nothing is told outward but what to do. */
export function problemOf(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (sqlState(error) === UNIQUE_VIOLATION) {
    return new ProblemException(409, 'key-taken', 'Something with this key is there already: read it, or choose another key.');
  }
  if (error instanceof EventTooLarge) {
    return new ProblemException(422, 'document-too-large', 'What is to be told of this document is more than one message holds: split the document.');
  }
  if (error instanceof Overloaded || isTransient(error) || isTimeout(error)) {
    return new ProblemException(
      503,
      'service-unavailable',
      'This service cannot take the request just now: try again with the same Idempotency-Key.',
      {},
      { 'retry-after': '1' },
    );
  }
  if (!(error instanceof HttpException)) return problemOfServer(error ?? {});
  const { code } = (error.cause ?? {}) as ServerError; // Nest wraps what Fastify refuses; the reason is inside.
  return problemOfServer({ statusCode: error.getStatus(), message: error.message, code });
}

type ServerError = Readonly<{ statusCode?: number; code?: string; message?: string }>;

function problemOfServer({ statusCode, code, message }: ServerError): ProblemException {
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return ProblemException.mediaTypeUnsupported();
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return ProblemException.bodyTooLarge();
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new ProblemException(400, 'request-invalid', 'The body does not fit its headers.');
    default:
  }
  if (statusCode === 404) return new ProblemException(404, 'route-unknown', 'There is no such route.');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ProblemException(statusCode, 'request-invalid', message ?? 'The request is not understood.');
  }
  return new ProblemException(500, 'internal-error', 'Something went wrong here. Nothing was changed; the trace id leads to the log.');
}

export function problemDocument(problem: ProblemException, instance: string, traceId: string): Problem {
  return {
    ...problem.members, // None of them is one of the standard's: what a document's status is, is no status of the answer.
    type: `/problems/${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    instance,
    traceId,
  };
}

/** Faults of ours are errors; who was turned away at which door is worth a look; other refusals are everyday business. */
export function logProblem(logger: Logger, { status, code, members }: ProblemException, error: unknown, request: object): void {
  if (status >= 500) logger.error({ ...request, problem: code, ...failureOf(error) }, 'request failed');
  else if (status === 401 || status === 403) logger.warn({ ...request, problem: code, permission: members.permission }, 'access denied');
  else logger.debug({ ...request, problem: code }, 'request refused');
}
