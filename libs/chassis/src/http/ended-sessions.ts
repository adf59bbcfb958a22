import type { Identity } from './access.js';

const LOOK_MS = 15_000;
const TIMEOUT_MS = 5_000;
/** Everything is read again, and what nobody needs any more forgotten, so often. */
const WHOLE_MS = 1_800_000;

type Answer = Readonly<{ whole?: unknown; next?: unknown; sessions?: object; signIns?: unknown }>;

/**
 * The sessions that have ended while their tokens have not expired: accounts that were deactivated, or whose secret or
 * roles were changed, and single sign-ins that were ended. Identity is asked every 15 seconds for those that have ended since it answered
 * last, and every half hour for all of them. While it is away the list stays as it is, and nobody can end a session; a token then is good for the rest
 * of its 15 minutes at most.
 */
export class EndedSessions {
  private first?: Promise<void>;
  private sessions = new Map<string, unknown>();
  private signIns = new Set<unknown>();
  private next?: string;
  private wholeAt = 0;
  private asking?: Promise<void>;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly url: URL) {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Resolves when identity was asked once, whatever came of it. */
  firstLook(): Promise<void> {
    this.first ??= this.look();
    return this.first;
  }

  has({ subject, session, signIn }: Pick<Identity, 'subject' | 'session' | 'signIn'>): boolean {
    const current = this.sessions.get(subject);
    return (typeof current === 'number' && session < current) || (signIn !== undefined && this.signIns.has(signIn));
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** One question at a time, so that no answer is added to a list that a later one has replaced. */
  look(): Promise<void> {
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<void> {
    try {
      const answer = await fetch(this.question(), { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (answer.ok) this.take((await answer.json()) as Answer);
    } catch {
      // The list that is there stays.
    }
  }

  private question(): URL {
    const url = new URL(this.url);
    if (this.next !== undefined && Math.abs(Date.now() - this.wholeAt) < WHOLE_MS) url.searchParams.set('after', this.next);
    return url;
  }

  /** What is new is added to what is known; an issuer that tells no cursor tells everything each time. */
  private take({ whole, next, sessions = {}, signIns }: Answer): void {
    if (whole !== false) {
      this.sessions = new Map();
      this.signIns = new Set();
      this.wholeAt = Date.now();
    }
    for (const [subject, session] of Object.entries(sessions)) this.sessions.set(subject, session);
    if (Array.isArray(signIns)) for (const signIn of signIns) this.signIns.add(signIn);
    this.next = typeof next === 'string' ? next : undefined;
  }
}
