import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndedSessions } from './ended-sessions.js';

const HALF_AN_HOUR_MS = 1_800_000;
const of = (subject: string, session = 1, signIn?: string) => ({ subject, session, ...(signIn === undefined ? {} : { signIn }) });

describe('the sessions that have ended', () => {
  let server: Server;
  let ended: EndedSessions;
  let answer: object;
  /** The cursor of each question. */
  let asked: (string | null)[];

  beforeEach(async () => {
    [asked, answer] = [[], {}];
    server = createServer((request, response) => {
      asked.push(new URL(request.url!, 'http://here').searchParams.get('after'));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ended = new EndedSessions(new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ended-sessions.json`));
  });

  afterEach(async () => {
    ended.close();
    vi.useRealTimers();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function look(next: object): Promise<void> {
    answer = next;
    await ended.look();
  }

  it('are asked for whole first, then for what is new, which is added to what is known', async () => {
    await look({ whole: true, next: '100', sessions: { anna: 2 }, signIns: ['one'] });
    await look({ whole: false, next: '105', sessions: { bob: 2 }, signIns: ['two'] });
    await look({ whole: false, next: '106', sessions: {}, signIns: [] });
    expect(asked).toEqual([null, '100', '105']);
    expect([ended.has(of('anna')), ended.has(of('bob')), ended.has(of('carl', 2, 'one')), ended.has(of('carl', 2, 'two'))]).toEqual([true, true, true, true]);
    expect([ended.has(of('anna', 2)), ended.has(of('carl'))]).toEqual([false, false]);
  });

  it('of one account are those before the last that was told', async () => {
    await look({ whole: true, next: '100', sessions: { anna: 2 }, signIns: [] });
    await look({ whole: false, next: '101', sessions: { anna: 3 }, signIns: [] });
    expect([ended.has(of('anna', 2)), ended.has(of('anna', 3))]).toEqual([true, false]);
  });

  it('are forgotten every half hour with an answer that is whole', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await look({ whole: true, next: '100', sessions: { anna: 2 }, signIns: ['one'] });
    vi.setSystemTime(Date.now() + HALF_AN_HOUR_MS);
    await look({ whole: true, next: '200', sessions: { bob: 2 }, signIns: [] });
    expect(asked).toEqual([null, null]);
    expect([ended.has(of('anna')), ended.has(of('bob')), ended.has(of('carl', 1, 'one'))]).toEqual([false, true, false]);
  });

  it('are replaced when identity answers with all of them though it was asked for new ones', async () => {
    await look({ whole: true, next: '100', sessions: { anna: 2 }, signIns: [] });
    await look({ whole: true, next: '3', sessions: { bob: 2 }, signIns: [] });
    expect([ended.has(of('anna')), ended.has(of('bob'))]).toEqual([false, true]);
    await look({ whole: false, next: '4', sessions: {}, signIns: [] });
    expect(asked).toEqual([null, '100', '3']);
  });

  it('are taken whole from an older identity, which tells no cursor', async () => {
    await look({ sessions: { anna: 2 }, signIns: [] });
    await look({ sessions: { bob: 2 }, signIns: [] });
    expect(asked).toEqual([null, null]);
    expect([ended.has(of('anna')), ended.has(of('bob'))]).toEqual([false, true]);
  });

  it('stay, with the cursor, while identity cannot be asked', async () => {
    await look({ whole: true, next: '100', sessions: { anna: 2 }, signIns: [] });
    server.closeAllConnections();
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await ended.look();
    expect(ended.has(of('anna'))).toBe(true);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await look({ whole: false, next: '101', sessions: {}, signIns: [] });
    expect(asked).toEqual([null, '100']);
  });
});
