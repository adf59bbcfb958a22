/** How long a `Retry-After` asks to wait: seconds or a date (RFC 9110, 10.2.3); nothing when it is neither, or is over. */
export function retryAfterMs(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return ms > 0 ? ms : 0;
}
