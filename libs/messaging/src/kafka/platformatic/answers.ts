/** The library has words of its own for a topic that is not there. */
const TOPIC_MISSING = /^Unknown topic /;

/** The broker's own names for what went wrong, wherever the library has put them. */
export function namesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'apiId' in error && typeof error.apiId === 'string' ? [error.apiId] : [];
  const missing = TOPIC_MISSING.test(error.message) ? ['UNKNOWN_TOPIC_OR_PARTITION'] : [];
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [...own, ...missing, ...[...inner, error.cause].flatMap(namesOf)];
}
