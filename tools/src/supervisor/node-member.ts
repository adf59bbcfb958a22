import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { StartFailed, stopProcess, tail } from '@millrace/embedded';
import type { ProcessKind } from '../site/topology.js';
import { Interrupted, type Member } from './member.js';

/** What a process is started with. */
export type Launch = Readonly<{ script: string; env: NodeJS.ProcessEnv }>;

/** Changes what processes are started with, each time anew: for tests that put something between or beside them. */
export type Shape = (process: Readonly<{ name: string; kind: ProcessKind }>, launch: Launch) => Promise<Launch>;

export type NodeMemberOptions = Readonly<{
  name: string;
  kind: ProcessKind;
  port: number;
  script: string;
  env: NodeJS.ProcessEnv;
  shape?: Shape;
  logFile: string;
  /** It ended without being asked to. */
  onDeath: (member: NodeMember, how: string) => void;
}>;

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 16_000;
/** What is in use of a heap is far less; where there is more room Node lets garbage lie in it. */
const HEAP_MIB = process.env.MILLRACE_HEAP_MIB ?? '512';
/** Half of the space in which Node makes new objects: as large as the machine suggests it holds a third of all memory of a service, as small as this it costs nothing that can be told. */
const SEMI_SPACE_MIB = 16;

/** A process of one of our services. It ends when this process does: the channel between them closes. */
export class NodeMember implements Member {
  ready = false;
  private child?: ChildProcess;
  private stopping = false;

  constructor(private readonly options: NodeMemberOptions) {}

  get name(): string {
    return this.options.name;
  }

  get kind(): ProcessKind {
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

  /** @throws StartFailed with the end of its log, Interrupted when it was stopped meanwhile; its process has ended then. */
  async start(failpoints?: string): Promise<void> {
    this.stopping = false;
    const { script, env, shape, ...process } = this.options;
    const launch = shape ? await shape(process, { script, env }) : { script, env };
    if (this.stopping) throw this.failure('was stopped');
    const child = this.spawn(launch, failpoints);
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
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
        const wasReady = this.ready;
        this.ready = false;
        this.child = undefined;
        const how = signal ?? `exit code ${code}`;
        if (!wasReady) reject(this.failure(isLate ? `was not ready after ${START_TIMEOUT_MS / 1_000} s` : `ended while starting (${how})`));
        else if (!this.stopping) this.options.onDeath(this, how);
      });
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.ready = false;
    if (this.pid) await stopProcess(this.pid, 'SIGTERM', STOP_TIMEOUT_MS);
  }

  private spawn({ script, env }: Launch, failpoints?: string): ChildProcess {
    const { port, logFile } = this.options;
    const log = openSync(logFile, 'a', 0o600);
    try {
      return spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, `--max-semi-space-size=${SEMI_SPACE_MIB}`, script], {
        env: { ...env, PORT: String(port), ...(failpoints ? { FAILPOINTS: failpoints } : {}) },
        stdio: ['ignore', log, log, 'ipc'],
        detached: true, // A Ctrl-C at the terminal is for the supervisor, which stops everything in order.
      });
    } finally {
      closeSync(log);
    }
  }

  private failure(what: string): Error {
    const { name, logFile } = this.options;
    if (this.stopping) return new Interrupted(`${name} was stopped while it started`);
    return new StartFailed(`${name} ${what}. Its log ${logFile} ends with:\n${tail(logFile)}`);
  }
}
