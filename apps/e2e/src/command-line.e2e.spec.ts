import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts, isRunning } from '@millrace/embedded';
import { eventually } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../../bin/millrace.js', import.meta.url));

type Ran = Readonly<{ code: number; out: string; err: string }>;
type Process = Readonly<{ name: string; service: string; pid: number | null; ready: boolean; restarts: number; reason?: string }>;

describe('the command millrace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-command-'));
  const home = join(folder, 'home');
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const [port] = await freePorts(1);
    environment = { ...process.env, MILLRACE_HOME: home, MILLRACE_PORT: String(port), NO_COLOR: '1' };
  });

  afterAll(async () => {
    await millrace('down');
    rmSync(folder, { recursive: true, force: true });
  });

  function millrace(...args: string[]): Promise<Ran> {
    return new Promise((resolve) => {
      execFile(process.execPath, [COMMAND, ...args], { env: environment }, (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, out, err });
      });
    });
  }

  async function processes(): Promise<Process[]> {
    return JSON.parse((await millrace('status', '--json')).out) as Process[];
  }

  /** A terminal in which the suite is started; what is typed there reaches everything that a Ctrl-C would. */
  function terminal(): ChildProcess {
    return spawn('script', ['-qec', `${process.execPath} ${COMMAND} up`, '/dev/null'], { env: environment, stdio: ['pipe', 'ignore', 'ignore'] });
  }

  /** Everything that lies in the home or was started for it. */
  function processesOfHome(): string[] {
    return readdirSync('/proc').filter((pid) => {
      if (!/^[0-9]+$/.test(pid) || Number(pid) === process.pid) return false;
      try {
        return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(home));
      } catch {
        return false;
      }
    });
  }

  it.each([
    ['audit', '--wait', 'abc'],
    ['stauts'],
    ['up', '--replicas', 'oders=2'],
    ['up', '--port', '0'],
    ['parked', 'replay', '--consumer', 'finanze.receivable', '--reason', 'x'],
  ])('ends with 2 and says what was meant when it does not understand %s %s %s', async (...args) => {
    const { code, err } = await millrace(...args);
    expect([code, err]).toEqual([2, expect.stringMatching(/Did you mean|whole number/)]);
  });

  it('ends with 3 when nothing runs, and with 0 when there is nothing to end', async () => {
    expect([(await millrace('status')).code, (await millrace('audit')).code, (await millrace('down')).code]).toEqual([3, 3, 0]);
  });

  it('never erases a folder that it did not make', async () => {
    const { code, err } = await new Promise<Ran>((resolve) => {
      const env = { ...environment, MILLRACE_HOME: tmpdir() };
      execFile(process.execPath, [COMMAND, 'up', '--fresh'], { env }, (error, out, text) => resolve({ code: Number(error?.code), out, err: text }));
    });
    expect([code, err]).toEqual([1, expect.stringContaining("not Millrace's")]);
    expect(existsSync(folder)).toBe(true);
  });

  it('stops everything in order and leaves no process, whenever Ctrl-C is pressed', async ({ skip }) => {
    skip(!existsSync('/usr/bin/script') || !existsSync('/proc/self/environ'), 'a pseudo terminal and /proc are needed');
    for (const afterMs of [700, 1_500, 4_000]) {
      const screen = terminal();
      await sleep(afterMs);
      screen.stdin!.write('\x03');
      await new Promise((resolve) => screen.once('exit', resolve));
      await eventually(async () => expect(processesOfHome()).toEqual([]));
    }
    const screen = terminal();
    await eventually(async () => expect((await millrace('status')).out).toMatch(/gateway +1 of 1 +[0-9]+ +yes/), 60_000);
    screen.stdin!.write('\x03');
    await new Promise((resolve) => screen.once('exit', resolve));
    await eventually(async () => expect(processesOfHome()).toEqual([]));
    expect(readFileSync(join(home, 'logs', 'orders.log'), 'utf8')).not.toMatch(/"level":(?:50|60)/); // It still had its database.
    expect(readFileSync(join(home, 'postgres', 'postgres.log'), 'utf8').trim()).toMatch(/database system is shut down$/);
  });

  it('lets one start have a home, whatever others want of it meanwhile', async () => {
    const first = millrace('up', '--detach', '--json');
    await eventually(async () => expect((await millrace('status')).code).toBe(0), 30_000);
    const others = await Promise.all([millrace('up', '--detach', '--fresh'), millrace('up')]);
    for (const { code, err } of others) expect([code, err]).toEqual([1, expect.stringContaining('already')]);
    expect((await first).code).toBe(0);
    expect((await processes()).every(({ ready }) => ready)).toBe(true);
  });

  it('tells the password to whoever starts it, and no log', async () => {
    const { administrator } = JSON.parse((await millrace('up', '--detach', '--json')).out) as { administrator: { password: string } };
    expect(administrator.password).toMatch(/.{12}/);
    const logs = readdirSync(join(home, 'logs')).map((name) => readFileSync(join(home, 'logs', name), 'utf8'));
    expect(logs.filter((text) => text.includes(administrator.password))).toEqual([]);
  });

  it('refuses a failpoint or a name that nobody knows, and stops nothing', async () => {
    const before = (await processes()).map(({ pid }) => pid);
    const slips = await Promise.all([millrace('restart', 'orders', '--failpoint', 'relay.after-publsh=kill'), millrace('restart', 'ordes')]);
    expect(slips.map(({ code, err }) => [code, err])).toEqual([
      [1, expect.stringContaining('Failpoint not understood: relay.after-publsh')],
      [1, expect.stringContaining('Did you mean orders?')],
    ]);
    expect((await processes()).map(({ pid }) => pid)).toEqual(before);
  });

  it('shows how often a process was started again, and why one is not ready', async () => {
    const pidOf = async (name: string) => (await processes()).find((each) => each.name === name)!.pid!;
    process.kill(await pidOf('hr'), 'SIGKILL');
    await eventually(async () => expect(await processes()).toContainEqual(expect.objectContaining({ name: 'hr', ready: true, restarts: 1 })), 30_000);
    const finance = await pidOf('finance');
    process.kill(finance, 'SIGSTOP');
    expect(await processes()).toContainEqual(expect.objectContaining({ name: 'finance', ready: false, reason: 'does not answer' }));
    process.kill(finance, 'SIGCONT');
  });

  it('replays what one consumer has parked, proves the books, and ends what it started', async () => {
    expect(await millrace('parked', 'replay', '--consumer', 'finance.receivable', '--reason', 'a try')).toMatchObject({ code: 0 });
    expect(JSON.parse((await millrace('audit', '--json')).out)).toMatchObject({ clean: true });
    const supervisor = (await processes()).map(({ pid }) => pid!);
    expect(JSON.parse((await millrace('down', '--json')).out)).toEqual({ stopped: true });
    expect(supervisor.filter((pid) => isRunning(pid))).toEqual([]);
  });
});
