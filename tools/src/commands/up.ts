import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isRunning, StartFailed, tail } from '@millrace/embedded';
import { runDemo } from '../demo/demo.js';
import { Home } from '../site/home.js';
import { readSecrets } from '../site/secrets.js';
import { findSite } from '../site/site.js';
import { readState, type State } from '../site/state.js';
import { parseReplicas } from '../site/topology.js';
import { ControlClient } from '../supervisor/control-client.js';
import { Supervisor } from '../supervisor/supervisor.js';
import { bold, print, progress } from './output.js';

export type UpOptions = Readonly<{ detach?: boolean; fresh?: boolean; demo?: boolean; replicas: string }>;

const DETACHED_LIMIT_MS = 300_000;

export async function up(options: UpOptions): Promise<void> {
  const home = Home.default();
  const replicas = parseReplicas(options.replicas);
  const running = readState(home);
  if (running) {
    if (options.fresh || !options.detach)
      throw new Error(`Millrace already runs here, at http://127.0.0.1:${running.ports.gateway}. End it with "npx millrace down".`);
    print(`Millrace already runs at http://127.0.0.1:${running.ports.gateway}.`);
    return;
  }
  if (options.fresh) home.erase();
  if (options.detach) await upDetached(home, options);
  else await upHere(home, replicas, options.demo === true);
}

async function upHere(home: Home, replicas: ReturnType<typeof parseReplicas>, demo: boolean): Promise<void> {
  let ended: () => void = () => {};
  const asked = new Promise<void>((resolve) => (ended = resolve));
  const supervisor = new Supervisor({ home, replicas, onProgress: progress, onShutDown: ended });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ended);
  process.on('disconnect', ended); // Whoever started this is gone.
  const started = supervisor.start();
  await Promise.race([started, asked.then(() => started.catch(() => {}))]);
  await Promise.race([afterStart(supervisor, demo), asked]);
  await asked;
  progress('stopping');
  await supervisor.stop();
  progress('stopped');
}

async function afterStart(supervisor: Supervisor, demo: boolean): Promise<void> {
  progress(`ready at ${supervisor.url}`);
  if (demo) await runDemo(findSite(), progress);
  tellHowToGoOn(supervisor.url, supervisor.administrator);
}

function tellHowToGoOn(url: string, administrator: Readonly<{ email: string; password: string }>): void {
  print(`
${bold('Millrace is running')}
  gateway     ${url}
  reference   ${url}/reference   (try calls on it)
  sign in     ${administrator.email} / ${administrator.password}

  curl -s ${url}/v1/tokens -H 'content-type: application/json' \\
    -d '{"grantType":"password","login":"${administrator.email}","secret":"${administrator.password}"}'

${bold('Next')}
  npx millrace status      every process: pid, port, memory
  npx millrace audit       prove that stock, ledger and events agree
  npx millrace --help      everything else
  README.md                how an order travels, step by step
`);
}

async function upDetached(home: Home, { demo, replicas }: UpOptions): Promise<void> {
  home.make();
  const logFile = join(home.logs, 'supervisor.log');
  const log = openSync(logFile, 'a', 0o600);
  const cli = fileURLToPath(new URL('../cli.js', import.meta.url));
  const child = spawn(process.execPath, [cli, 'up', '--replicas', replicas], {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, NO_COLOR: '1' },
  });
  closeSync(log);
  child.unref();
  progress('starting PostgreSQL, Kafka and the services in the background');
  const state = await waitForState(home, child.pid!, logFile);
  progress(`ready at http://127.0.0.1:${state.ports.gateway}`);
  if (demo) await runDemo(findSite(home), progress);
  tellHowToGoOn(`http://127.0.0.1:${state.ports.gateway}`, readSecrets(home)!.administrator);
}

async function waitForState(home: Home, pid: number, logFile: string): Promise<State> {
  for (const end = Date.now() + DETACHED_LIMIT_MS; Date.now() < end; await sleep(100)) {
    const state = readState(home);
    if (state) return state;
    if (!isRunning(pid)) break;
  }
  throw new StartFailed(`Millrace could not start. Its log ${logFile} ends with:\n${tail(logFile)}`);
}

/** Ends what runs in the background, or at another terminal. */
export async function down(): Promise<void> {
  const state = readState(Home.default());
  if (!state) {
    print('Millrace is not running here.');
    return;
  }
  progress('stopping');
  await new ControlClient(state).shutDown();
  while (isRunning(state.supervisor)) await sleep(50);
  progress('stopped');
}
