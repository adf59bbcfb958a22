import type { ApiDocument } from '../routing/api-document.js';

export type ProblemEntry = Readonly<{ code: string; meaning?: string; operations: readonly string[] }>;

/** Problems that any route may answer with. */
const COMMON: Readonly<Record<string, string>> = {
  'request-invalid':
    'The request breaks a rule of form. `errors` names each place and its rule. Correct it and send it again, with the same key if you like: refusals are not kept.',
  'value-refused':
    'Every value can be read, and some are none that their fields take: an amount below zero, a code with small letters. `errors` names each place and its rule.',
  'route-unknown': 'There is no such route. The reference lists them all.',
  'method-not-allowed': 'The route is there, but not for this method; `Allow` lists those it has.',
  'cursor-invalid': 'The cursor is none of this list for this company. Begin at the first page, and send `next` as it comes.',
  'token-invalid': 'The access token is absent, expired or not ours. Sign in again.',
  'permission-missing': 'The token is valid and lacks the permission that `permission` names. Ask for a role that holds it.',
  'company-required': 'The route is about one company and the token is for none. Get a token for a company.',
  'idempotency-key-required': 'Every write carries an Idempotency-Key that the client makes up, so that it can be repeated safely.',
  'idempotency-key-reused': 'The key was used for another request: another path or another body. Use a new key for a new request.',
  'idempotency-key-in-flight': 'The first request with this key is not done. Wait a moment and send it again.',
  'key-taken': 'Something with the same key is there already. Read it, or choose another key.',
  'precondition-required': 'A change says which version it changes: send `If-Match` with the `ETag` of the document.',
  'version-stale': 'The document has changed since it was read. Read it again, look at the difference, and repeat.',
  'media-type-unsupported': 'Bodies are JSON in UTF-8: `Content-Type: application/json`. Imports alone are `text/csv`.',
  'encoding-unsupported': 'Nothing is unpacked here: send the body as it is, without a `Content-Encoding`.',
  'csv-refused': 'Something in the file is wrong, so nothing of it was imported. `errors` names each line, and the column where it is one cell.',
  'body-too-large': 'A body holds at most 2 MB, a list in it 5,000 elements, a file 1,000 rows. Split the document, or use a bulk route.',
  'document-too-large':
    'What other services are told of a document holds at most 4 MiB, which thousands of lines with long names can exceed. Split the document.',
  'header-too-large': 'The headers and the path together are larger than 16 kB.',
  'target-too-long': 'The path with its query is longer than 16 kB. Ask for less at once.',
  'request-timeout': 'The request did not come to its end in time. Send it again with the same Idempotency-Key.',
  'rate-limit-exceeded': 'Too many requests in a minute. `Retry-After` says when to come back.',
  'service-unavailable': 'The service behind the route does not answer just now. Repeat with the same Idempotency-Key: nothing is done twice.',
  'internal-error': 'A fault of ours. Nothing was changed. The trace id leads to the log.',
};

/** Refusals of some routes that are worth more words than their own. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'above-approval-limit':
    'Your role permits this up to an amount, and this is about more; `approvalLimit` and `amount` name both. Somebody whose role has a higher limit or none does it; an entry can be made with `POST /v1/pending-entries`, for somebody else to post.',
  'self-approval':
    'What you made yourself, somebody else approves: that takes two people. Where there is only one, a role with `identity.duty.combine` lets the same person do both.',
  'code-required': 'The account has a second factor: send the six digits that the authenticator shows as `code` too, or a recovery code.',
  'code-wrong':
    'The code of the second factor is wrong, over, or was used before. Wait for the next one that the authenticator shows, and look at the clock of the device.',
  'second-factor-demanded':
    'Your role, your company or the whole installation demands a second factor, and you have none. Sign in at the page, or get a token with `"purpose":"enrolment"`, and set one up.',
  'company-not-ready':
    'The company was founded a moment ago, and the service behind the route has not heard of it yet. Send the request again shortly; the same Idempotency-Key will do.',
  'item-unknown':
    'There is no item with this SKU in your company, or the service has not heard of it yet when it is new. Look at the SKU with `GET /v1/items`; if it is there, repeat in a moment.',
};

/** Every problem code, with the operations that may answer it. */
export function problemsOf(document: ApiDocument): Map<string, ProblemEntry> {
  const problems = new Map<string, ProblemEntry>(
    Object.entries({ ...COMMON, ...EXPLAINED }).map(([code, meaning]) => [code, { code, meaning, operations: [] }]),
  );
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { summary, description = '' }] of Object.entries(operations)) {
      for (const code of refusalsIn(description)) {
        const known = problems.get(code) ?? { code, operations: [] };
        problems.set(code, { ...known, operations: [...known.operations, `${method.toUpperCase()} ${path}: ${summary}`] });
      }
    }
  }
  return problems;
}

/** The codes that a description ends with. */
function refusalsIn(description: string): string[] {
  const refusals = /^Refusals: (.*)$/m.exec(description)?.[1] ?? '';
  return [...refusals.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code!);
}
