import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { StartFailed, stopProcess, tail } from '@millrace/embedded';
import type { Member } from './member.js';

export type NodeMemberOptions = Readonly<{
  name: string;
  kind: string;
  port: number;
  script: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  /** It ended without being asked to. */
  onDeath: (member: NodeMember, how: string) => void;
}>;

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 16_000;

/** A process of one of our services. It ends when this process does: the channel between them closes. */
export class NodeMember implements Member {
  ready = false;
  private child?: ChildProcess;
  private stopping = false;

  constructor(private readonly options: NodeMemberOptions) {}

  get name(): string {
    return this.options.name;
  }

  get kind(): string {
    return this.options.kind;
  }

  get port(): number {
    return this.options.port;
  }

  get logFile(): string {
    return this.options.logFile;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** @throws StartFailed with the end of its log. */
  start(failpoints?: string): Promise<void> {
    const { name, script, env, port, logFile, onDeath } = this.options;
    this.stopping = false;
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, [script], {
      env: { ...env, PORT: String(port), ...(failpoints ? { FAILPOINTS: failpoints } : {}) },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true, // A Ctrl-C at the terminal is for the supervisor, which stops everything in order.
    });
    closeSync(log);
    this.child = child;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new StartFailed(`${name} was not ready after ${START_TIMEOUT_MS / 1_000} s. Its log ${logFile} ends with:\n${tail(logFile)}`));
      }, START_TIMEOUT_MS);
      child.once('message', () => {
        clearTimeout(timer);
        this.ready = true;
        resolve();
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        if (this.child !== child) return; // Another one has taken its place.
        const [wasReady, asked] = [this.ready, this.stopping];
        this.ready = false;
        this.child = undefined;
        const how = signal ?? `exit code ${code}`;
        if (!wasReady) reject(new StartFailed(`${name} ended while starting (${how}). Its log ${logFile} ends with:\n${tail(logFile)}`));
        else if (!asked) onDeath(this, how);
      });
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.ready = false;
    if (this.pid) await stopProcess(this.pid, 'SIGTERM', STOP_TIMEOUT_MS);
  }
}
