import { appendFileSync } from 'node:fs';
import { ApiError } from '../api/api-client.js';

/** What a caller knows of a call in the end: that it was done, that it was refused for good, or neither. */
export type Outcome = 'done' | 'refused' | 'unknown';

export type Call = Readonly<{ operation: string; id: string; startedAt: number; endedAt: number; outcome: Outcome; detail?: string; amount?: string }>;

/** Every call of a run with start, end and outcome. What is unknown stays unknown. */
export class History {
  readonly calls: Call[] = [];

  /** @param file Takes a line of JSON for each call. */
  constructor(private readonly file: string) {}

  /** Makes a call and writes down what came of it. @returns the answer, or undefined when there was none. */
  async record<T>(operation: string, id: string, call: () => Promise<T>, amount?: string): Promise<T | undefined> {
    const startedAt = Date.now();
    try {
      const answer = await call();
      this.add({ operation, id, startedAt, endedAt: Date.now(), outcome: 'done', amount });
      return answer;
    } catch (error) {
      const refused = error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500 && error.problem.status !== 429;
      const detail = error instanceof ApiError ? error.problem.code : (error as Error).message;
      this.add({ operation, id, startedAt, endedAt: Date.now(), outcome: refused ? 'refused' : 'unknown', detail, amount });
      return undefined;
    }
  }

  of(operation: string, outcome: Outcome): Call[] {
    return this.calls.filter((call) => call.operation === operation && call.outcome === outcome);
  }

  private add(call: Call): void {
    this.calls.push(call);
    appendFileSync(this.file, `${JSON.stringify(call)}\n`);
  }
}
