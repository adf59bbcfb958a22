import type { Random } from '@millrace/kernel';

/** The time of one process: a crash ends it, and what it had under way never goes on. */
export class Process {
  alive = true;
  readonly atDeath: (() => void)[] = [];

  constructor(readonly name: string) {}

  crash(): void {
    this.alive = false;
    for (const clean of this.atDeath) clean();
  }
}

type Op = {
  readonly process: Process;
  readonly ready: () => boolean;
  readonly run: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Decides what happens next: of everything that could happen now, one thing by chance.
 *
 * Whatever waits for the outside world does so through `step`, so a run is a sequence of steps, and the code between
 * two steps is the library's own.
 */
export class Scheduler {
  private readonly ops: Op[] = [];
  steps = 0;

  constructor(readonly random: Random) {}

  /** Waits for its turn, then runs. `ready` says whether it could run now, for example whether a lock is free. */
  step<T>(process: Process, run: () => T, ready: () => boolean = () => true): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.ops.push({ process, ready, run, resolve: resolve, reject });
    });
  }

  /** One step. @returns false when nothing can happen any more. */
  async advance(): Promise<boolean> {
    const { ops } = this;
    const start = this.random.below(ops.length);
    let at = -1;
    for (let n = 0; n < ops.length && at < 0; n += 1) {
      const candidate = (start + n) % ops.length;
      if (ops[candidate]!.process.alive && ops[candidate]!.ready()) at = candidate;
    }
    if (at < 0) return false;
    const op = ops[at]!;
    ops[at] = ops.at(-1)!; // The order of what waits means nothing.
    ops.pop();
    this.steps += 1;
    try {
      op.resolve(op.run() as never);
    } catch (error) {
      op.reject(error);
    }
    await settled();
    return true;
  }
}

/** All code that can go on without the outside world has gone on: a tick runs when no microtask is left. */
function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
