/** What systems call it when somebody cannot be reached just now. */
const UNREACHABLE = new Set('ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN ENOTFOUND EAI_AGAIN'.split(' '));
/** Faults of a connection as undici and the parser of HTTP name them. */
const OF_CONNECTION = /^(UND_ERR_|HPE_)/;
const BUSY = new Set([429, 502, 503, 504]);

/**
 * Whether what kept a request from its answer may be over in a moment: the network, or a server that says so. Libraries put
 * what they met into the cause of what they throw.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof Response) return BUSY.has(error.status);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return UNREACHABLE.has(code) || OF_CONNECTION.test(code) || error.name === 'TimeoutError' || isPassing(error.cause);
}
