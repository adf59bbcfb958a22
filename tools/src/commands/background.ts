import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunning, StartFailed, stopProcess, tail } from '@millrace/embedded';
import type { Home } from '../site/home.js';
import { readState, type State } from '../site/state.js';
import type { Replicas } from '../site/topology.js';
import { InterruptedBySignal } from './interruption.js';
import { progress } from './output.js';

export type SuiteOptions = Readonly<{ fresh?: boolean; replicas: Replicas; port?: number }>;

const START_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 60_000;

/** Starts a supervisor that outlives this process, and waits until it is ready; it is ended again when that takes too long or is called off. */
export async function startInBackground(home: Home, options: SuiteOptions, isCalledOff: () => boolean): Promise<void> {
  const pid = spawnSupervisor(home, options);
  progress('starting PostgreSQL, Kafka and the services in the background');
  try {
    await untilRunning(home, pid, isCalledOff);
  } catch (error) {
    await stopProcess(pid, 'SIGTERM', STOP_LIMIT_MS);
    throw error;
  }
}

/** @returns its process id. */
function spawnSupervisor(home: Home, { fresh, replicas, port }: SuiteOptions): number {
  home.make();
  const log = openSync(home.supervisorLog, 'a', 0o600);
  const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
  const list = Object.entries(replicas).map(([name, count]) => `${name}=${count}`);
  const args = ['supervise', '--replicas', list.join(','), ...(port ? ['--port', String(port)] : []), ...(fresh ? ['--fresh'] : [])];
  const child = spawn(process.execPath, [cli, ...args], { detached: true, stdio: ['ignore', log, log], env: { ...process.env, NO_COLOR: '1' } });
  closeSync(log);
  child.unref();
  return child.pid!;
}

/** @throws StartFailed with the end of the log; InterruptedBySignal. */
async function untilRunning(home: Home, pid: number, isCalledOff: () => boolean): Promise<void> {
  const isUp = (state: State | undefined) => state?.supervisor === pid && state.phase === 'running';
  for (const end = Date.now() + START_LIMIT_MS; !isUp(readState(home)); await sleep(50)) {
    if (isCalledOff()) throw new InterruptedBySignal('it was called off before it was ready');
    if (!isRunning(pid) || Date.now() > end)
      throw new StartFailed(`Millrace could not start. Its log ${home.supervisorLog} ends with:\n${tail(home.supervisorLog)}`);
  }
}
