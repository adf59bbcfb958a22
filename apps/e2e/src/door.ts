import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import { freePorts } from '@millrace/embedded';
import { expect } from 'vitest';
import { request } from 'undici';
import type { Suite } from './suite.js';

/** What came back, to the letter. */
export type Reply = Readonly<{
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  json: () => Record<string, unknown>;
}>;
export type Sent = Readonly<{ method?: string; headers?: Record<string, string>; body?: string | Buffer | Readable }>;

/** One attempt with these bytes and headers as they are; a header of `''` is left out. */
export async function knock(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Reply> {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
  const answer = await request(url, { method, headers: given, body });
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) as Record<string, unknown> };
}

/** What a socket saw until it was closed, and how long that took. */
export type Exchange = Readonly<{ replies: Reply[]; closed: boolean; ms: number }>;

/**
 * Writes bytes on a bare connection, part by part, and reads until the other side closes it.
 *
 * @param everyMs Time between the parts.
 * @param limitMs When it is left by us, unclosed.
 */
export function exchange(url: string, parts: readonly (string | Buffer)[], { everyMs = 0, limitMs = 10_000 } = {}): Promise<Exchange> {
  const { port, hostname } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  const [start, chunks, left] = [Date.now(), [] as Buffer[], [...parts]];
  return new Promise((resolve) => {
    const writing = setInterval(() => {
      const part = left.shift();
      if (part === undefined) clearInterval(writing);
      else if (socket.writable) socket.write(part);
    }, everyMs);
    const end = (closed: boolean) => {
      clearInterval(writing);
      clearTimeout(limit);
      socket.destroy();
      resolve({ replies: repliesIn(Buffer.concat(chunks)), closed, ms: Date.now() - start });
    };
    const limit = setTimeout(() => end(false), limitMs);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('end', () => end(true));
    socket.once('error', () => end(true));
  });
}

/** Every answer of a connection; each has its length. */
function repliesIn(bytes: Buffer): Reply[] {
  const replies: Reply[] = [];
  for (let rest = bytes; rest.length > 0; ) {
    const split = rest.indexOf('\r\n\r\n');
    if (split < 0) return replies;
    const [line = '', ...lines] = rest.subarray(0, split).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()]));
    const end = split + 4 + Number(headers['content-length'] ?? 0);
    const text = rest.subarray(split + 4, end).toString('utf8');
    replies.push({ status: Number(line.split(' ')[1]), headers, text, json: () => JSON.parse(text) as Record<string, unknown> });
    rest = rest.subarray(end);
  }
  return replies;
}

export type Refused = Readonly<{ status: number | readonly number[]; code?: string; pointer?: string }>;

/** It is a whole problem document (RFC 9457) with this status and code, which tells nothing of what is inside. */
export function expectProblem(reply: Reply, { status, code, pointer }: Refused, of = ''): void {
  const wanted = typeof status === 'number' ? [status] : status;
  expect({ of, status: reply.status, text: reply.text }).toMatchObject({ of, status: expect.toSatisfy((each: number) => wanted.includes(each)) as number });
  expect({ of, type: reply.headers['content-type'] }).toEqual({ of, type: 'application/problem+json; charset=utf-8' });
  const problem = reply.json();
  expect({ of, ...problem }).toMatchObject({
    of,
    status: reply.status,
    title: expect.stringMatching(/./),
    detail: expect.stringMatching(/./),
    type: `/problems/${String(problem.code)}`,
  });
  if (code !== undefined) expect({ of, code: problem.code, detail: problem.detail }).toMatchObject({ of, code });
  if (pointer !== undefined)
    expect({ of, errors: problem.errors }).toMatchObject({ of, errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  expect(reply.text).not.toMatch(/node_modules|\.(?:js|ts):\d+|Unexpected token|at position|select |insert into/);
}

const MAIN = fileURLToPath(new URL('../../gateway/dist/src/main.js', import.meta.url));

/** Another gateway before the same services, with settings of its own: narrow limits, or keys of another issuer. */
export class SideDoor {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  static async open(suite: Suite, settings: Readonly<Record<string, string>>): Promise<SideDoor> {
    const [processes, [port]] = [await suite.processes(), await freePorts(1)];
    const urls: Record<string, string> = {};
    for (const { service, port: at } of processes) urls[`${service.toUpperCase()}_URLS`] ??= `http://127.0.0.1:${at}`;
    const identity = urls.IDENTITY_URLS!;
    const env = { PATH: process.env.PATH, PORT: String(port), HOST: '127.0.0.1', DRAIN_SECONDS: '0', LOG_LEVEL: 'warn', ...urls };
    const child = spawn(process.execPath, [MAIN], {
      env: { ...env, JWKS_URL: `${identity}/.well-known/jwks.json`, ...settings },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => Promise.reject(new Error(`the gateway ended with ${String(code)}`)))]);
    return new SideDoor(`http://127.0.0.1:${port}`, child);
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
