const [FIRST_SECONDS, LONGEST_SECONDS] = [10, 3_600];

/**
 * How long a mail rests after so many tries: 10 s, 20 s, 40 s … an hour, each up to a quarter longer, so that what failed together
 * does not come back together.
 *
 * @param chance from 0 to 1.
 */
export function secondsUntilNextTry(tries: number, chance: number): number {
  const seconds = Math.min(FIRST_SECONDS * 2 ** (tries - 1), LONGEST_SECONDS);
  return Math.round(seconds * (1 + chance / 4));
}

type SmtpError = Readonly<{ code?: string; responseCode?: number; command?: string }>;

/** Whether the server does not know the receiver: asking again changes nothing. Other refusals are of how it is set up, and end when that is mended. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0, command } = (error ?? {}) as SmtpError;
  return code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 550 && responseCode < 560;
}

/** What went wrong in codes alone: what a server says in words names addresses. */
export function reasonOf(error: unknown): string {
  const { code, responseCode, command } = (error ?? {}) as SmtpError;
  return [code ?? (error instanceof Error ? error.name : 'unknown'), responseCode, command].filter((part) => part !== undefined && part !== '').join(' ');
}
