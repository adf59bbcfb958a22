import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type ServerCommand = Readonly<{ command: string; args: readonly string[]; cwd?: string; env?: NodeJS.ProcessEnv; logFile: string }>;

/** A server that could not start, with what it said last. */
export class StartFailed extends Error {}

/** Starts a server whose output goes to a file, so that it never depends on a reader. */
export function startServer({ command, args, cwd, env, logFile }: ServerCommand): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(command, args, { cwd, env, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

/** Waits until `ready` says so. @throws StartFailed when the process ends or the time is over. */
export async function waitUntilReady(name: string, child: ChildProcess, logFile: string, ready: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  let ended: string | undefined;
  child.once('exit', (code, signal) => {
    ended = signal ?? `exit code ${code}`;
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    if (ended) throw new StartFailed(`${name} ended while starting (${ended}). Its log ${logFile} ends with:\n${tail(logFile)}`);
    if (await ready()) return;
    await sleep(50);
  }
  throw new StartFailed(`${name} was not ready after ${timeoutMs / 1000} s. Its log ${logFile} ends with:\n${tail(logFile)}`);
}

/** Asks a process to end with a signal, and ends it by force when it does not within the time. */
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
