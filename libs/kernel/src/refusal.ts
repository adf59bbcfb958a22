/**
 * What stands behind a refusal, for those who map it to a protocol:
 * `invalid` the request breaks a rule, `conflict` the state does not allow it, `missing` it names what is not there,
 * `forbidden` the caller may not, `stale` it was decided on an old version.
 */
export type RefusalKind = 'invalid' | 'conflict' | 'missing' | 'forbidden' | 'stale';

/**
 * A "no" of the business, returned as a value: a stable code such as `stock-short` and what to do about it.
 * `members` are facts for programs, for example the shortages by item.
 */
export class Refusal {
  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly detail: string,
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {}
}

export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
