import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { birthOf, isRunning, ps, run, startServer, stopProcess, waitUntilReady } from './child.js';

describe('a child process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-child-'));
  const logFile = join(folder, 'server.log');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('that is a server has a session of its own, so that a Ctrl-C does not reach it', async () => {
    const { pid } = startServer({ command: 'sleep', args: ['60'], logFile });
    const session = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[3];
    expect(session).toBe(String(pid));
    await stopProcess(pid!, 'SIGTERM', 1_000);
    expect(isRunning(pid!)).toBe(false);
  });

  it('is described in the same words whatever time zone and language somebody has set', () => {
    const toldIn = (TZ: string, LC_ALL: string) => {
      vi.stubEnv('TZ', TZ);
      vi.stubEnv('LC_ALL', LC_ALL);
      return ps(process.pid, 'lstart=');
    };
    const [here, there] = [toldIn('UTC', 'C'), toldIn('Asia/Tokyo', 'de_DE.UTF-8')];
    vi.unstubAllEnvs();
    expect(here).toMatch(/^\w{3} \w{3} +\d+ [\d:]{8} \d{4}$/);
    expect(there).toBe(here);
  });

  it('is waited for no longer than the signal allows', async () => {
    const child = startServer({ command: 'sleep', args: ['60'], logFile });
    const waiting = waitUntilReady('sleep', child, logFile, async () => false, 60_000, AbortSignal.timeout(100));
    await expect(waiting).rejects.toThrow(/timeout/);
    await stopProcess(child.pid!, 'SIGKILL', 1_000);
  });

  it('is ended with all that it started when its run is called off', async () => {
    const calledOff = new AbortController();
    const running = run({ command: 'sh', args: ['-c', `sleep 61 & echo $! > ${folder}/pid; wait`] }, calledOff.signal);
    await sleep(300);
    const grandchild = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    expect(isRunning(grandchild)).toBe(true);
    calledOff.abort();
    await expect(running).rejects.toThrow(/abort/);
    await sleep(50);
    expect(isRunning(grandchild)).toBe(false);
  });

  it('tells what it said, and whether it went well', async () => {
    expect(await run({ command: 'sh', args: ['-c', 'echo one; echo two >&2; exit 3'] })).toMatchObject({ ok: false, output: expect.stringContaining('two') });
    expect(await run({ command: 'there-is-no-such-program', args: [] })).toMatchObject({ ok: false, output: expect.stringContaining('ENOENT') });
  });

  it('has a birth that no later process of its id has', async () => {
    expect(birthOf(process.pid)).toBe(birthOf(process.pid));
    const first = startServer({ command: 'sleep', args: ['60'], logFile });
    await sleep(30);
    const second = startServer({ command: 'sleep', args: ['60'], logFile });
    expect(birthOf(first.pid!)).not.toBe(birthOf(second.pid!));
    for (const { pid } of [first, second]) await stopProcess(pid!, 'SIGKILL', 1_000);
    expect(birthOf(first.pid!)).toBeUndefined();
  });
});
