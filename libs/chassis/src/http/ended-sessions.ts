import type { Identity } from './access.js';

const LOOK_MS = 15_000;
const TIMEOUT_MS = 5_000;

/**
 * The sessions that have ended while their tokens have not expired: accounts that were deactivated, or whose secret or
 * roles were changed, and single sign-ins that were ended. Identity is asked for them every 15 seconds. While it is away the list stays as it is, and nobody
 * can end a session; a token then is good for the rest of its 15 minutes at most.
 */
export class EndedSessions {
  private first?: Promise<void>;
  private sessions: ReadonlyMap<string, unknown> = new Map();
  private signIns: ReadonlySet<unknown> = new Set();
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

  async look(): Promise<void> {
    try {
      const answer = await fetch(this.url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!answer.ok) return;
      const { sessions, signIns } = (await answer.json()) as { sessions?: object; signIns?: unknown };
      this.sessions = new Map(Object.entries(sessions ?? {}));
      this.signIns = new Set(Array.isArray(signIns) ? signIns : []);
    } catch {
      // The list that is there stays.
    }
  }
}
