import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, stopProcess } from '@millrace/embedded';

type Readiness = Readonly<{ ok: boolean; status: string }>;

const LOOK_MS = 100;

/** A process of a service that no supervisor looks after: what it says, and whether it is ready, is for the caller to see. */
export class Outsider {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data: Buffer) => (this.output += data.toString()));
  }

  static async start(script: string, env: NodeJS.ProcessEnv): Promise<Outsider> {
    const [port] = await freePorts(1);
    const child = spawn(process.execPath, [script], { env: { ...env, PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
    return new Outsider(child, port!);
  }

  /** It still runs. */
  get isReady(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits until it has ended or has said something. @returns whether it has said it. */
  async until(said: RegExp, withinMs: number): Promise<boolean> {
    for (const end = Date.now() + withinMs; Date.now() < end && this.isReady; await sleep(LOOK_MS));
    return said.test(this.output);
  }

  /** The end of what it said. */
  get lastWords(): string {
    return this.output.slice(-500);
  }

  async untilAnswers(withinMs: number): Promise<void> {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(LOOK_MS)) if (await this.readiness().catch(() => undefined)) return;
    throw new Error(`the process did not answer: ${this.lastWords}`);
  }

  async readiness(): Promise<Readiness> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return { ...((await answer.json()) as { status: string }), ok: answer.ok };
  }

  async stop(): Promise<void> {
    if (this.isReady) await stopProcess(this.child.pid!, 'SIGTERM', 10_000);
  }
}
