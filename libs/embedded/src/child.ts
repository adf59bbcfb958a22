import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type Program = Readonly<{ command: string; args: readonly string[] }>;
export type ServerCommand = Program & Readonly<{ logFile: string }>;

/** A server that could not start, with what it said last. */
export class StartFailed extends Error {}

/**
 * Starts a server in a session of its own: a Ctrl-C at the terminal is for whoever started it, who stops it in order.
 * Its output goes to a file, so that it never depends on a reader.
 */
export function startServer({ command, args, logFile }: ServerCommand): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(command, args, { stdio: ['ignore', log, log], detached: true });
  } finally {
    closeSync(log);
  }
}

/** A program that is sent this signal when the process that starts it dies, where the system can do that. */
export function tied(signal: 'INT' | 'TERM', { command, args }: Program): Program {
  return hasSetpriv() ? { command: 'setpriv', args: ['--pdeathsig', signal, command, ...args] } : { command, args };
}

let setpriv: boolean | undefined;

export function hasSetpriv(): boolean {
  return (setpriv ??= spawnSync('setpriv', ['--version']).status === 0);
}

/** Waits until `ready` says so. @throws StartFailed when the process ends or the time is over; the signal's reason when that says so. */
export async function waitUntilReady(
  name: string,
  child: ChildProcess,
  logFile: string,
  ready: () => Promise<boolean>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  let ended: string | undefined;
  child.once('exit', (code, by) => {
    ended = by ?? `exit code ${code}`;
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    signal?.throwIfAborted();
    if (ended) throw new StartFailed(`${name} ended while starting (${ended}). Its log ${logFile} ends with:\n${tail(logFile)}`);
    if (await ready()) return;
    await sleep(50);
  }
  throw new StartFailed(`${name} was not ready after ${timeoutMs / 1000} s. Its log ${logFile} ends with:\n${tail(logFile)}`);
}

/** Runs a program to its end, or until the signal ends it. */
export async function run({ command, args, env }: Program & { env?: NodeJS.ProcessEnv }, signal?: AbortSignal): Promise<{ ok: boolean; output: string }> {
  signal?.throwIfAborted();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const stop = () => child.pid && void stopProcess(-child.pid, 'SIGTERM', 2_000);
  signal?.addEventListener('abort', stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', resolve).once('error', (error) => {
      output += error.message;
      resolve(null);
    });
  });
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  return { ok: code === 0, output };
}

/** Asks a process (with a minus, its whole group) to end with a signal, and ends it by force when it does not within the time. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, timeoutMs: number): Promise<void> {
  if (!send(pid, signal)) return;
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(25)) if (!isRunning(pid)) return;
  send(pid, 'SIGKILL');
  for (const end = Date.now() + 5_000; Date.now() < end && isRunning(pid); await sleep(25));
}

/** Whether a process is there; one that has ended and is not yet reaped is not. */
export function isRunning(pid: number): boolean {
  if (!send(pid, 0)) return false;
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true; // No /proc on this system.
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Of a process by its id; empty where the system does not tell. */
export function commandOf(pid: number): string {
  return procFile(pid, 'cmdline')?.replaceAll('\0', ' ') ?? ps(pid, 'command=');
}

/** When a process was started, in the system's own words: with its id, it names one process for ever. */
export function birthOf(pid: number): string | undefined {
  if (!isRunning(pid)) return undefined;
  const stat = procFile(pid, 'stat');
  if (stat === undefined) return ps(pid, 'lstart=');
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]; // The command before it may hold spaces.
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** What `ps` says of a process, in the same words whatever language and time zone somebody has set: they are compared later. */
export function ps(pid: number, field: string): string {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', env }).stdout?.trim() ?? '';
}

export function tail(file: string, bytes = 2_000): string {
  try {
    return readFileSync(file, 'utf8').slice(-bytes);
  } catch {
    return '';
  }
}

export function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
