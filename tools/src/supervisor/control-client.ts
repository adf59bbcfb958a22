import type { State } from '../site/state.js';
import type { MemberStatus } from './member.js';

/** Talks to the supervisor of this machine. */
export class ControlClient {
  constructor(private readonly state: State) {}

  status(): Promise<MemberStatus[]> {
    return this.ask('GET', '/status') as Promise<MemberStatus[]>;
  }

  /** Restarts every process that the name fits. */
  restart(name: string, failpoints?: string): Promise<MemberStatus[]> {
    return this.ask('POST', '/restart', { name, failpoints }) as Promise<MemberStatus[]>;
  }

  async shutDown(): Promise<void> {
    await this.ask('POST', '/shut-down', {});
  }

  /** @throws Error with what the supervisor says is wrong. */
  private async ask(method: string, path: string, body?: object): Promise<unknown> {
    const { port, secret } = this.state.control;
    const headers = { authorization: `Bearer ${secret}`, ...(body ? { 'content-type': 'application/json' } : {}) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(answer.error ?? `The supervisor answered ${response.status}.`);
    return answer;
  }
}
