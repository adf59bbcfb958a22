import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Home } from '../site/home.js';
import type { Launch, Shape } from '../supervisor/node-member.js';
import { Network } from './network.js';

const DISK = 'size=3g';
const FILLER = 'filler';
const CHUNK = Buffer.alloc(1_048_576);
const SKEWED_CLOCK = fileURLToPath(new URL('skewed-clock.js', import.meta.url));

/** What the suite under test stands on: wires, clocks, a disk of its own, and the builds that its processes run. */
export class Ground {
  /** How far the clock of a kind of process is off, in milliseconds; from its next start on. */
  readonly skew = new Map<string, number>();
  /** Another checkout whose build a process runs, by its name; from its next start on. */
  readonly builds = new Map<string, string>();
  /** What each process was started with the last time. */
  readonly launches = new Map<string, Launch>();

  private constructor(
    private readonly home: Home,
    /** Absent with several brokers: each would need doors of its own. */
    readonly network: Network | undefined,
    readonly hasOwnDisk: boolean,
  ) {}

  static async make(home: Home, brokers: number): Promise<Ground> {
    mkdirSync(home.folder, { recursive: true, mode: 0o700 });
    const hasOwnDisk = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `${DISK},mode=0700`, 'tmpfs', home.folder]).status === 0;
    return new Ground(home, brokers === 1 ? await Network.open() : undefined, hasOwnDisk);
  }

  readonly shape: Shape = async (process, launch) => {
    const { script, env } = this.network ? await this.network.shape(process, launch) : launch;
    const ms = this.skew.get(process.kind);
    const late = ms === undefined ? {} : { MILLRACE_CLOCK_SKEW_MS: String(ms), NODE_OPTIONS: `--import ${SKEWED_CLOCK}` };
    const build = this.builds.get(process.name);
    const shaped = { script: build === undefined ? script : join(build, 'apps', process.kind, 'dist/src/main.js'), env: { ...env, ...late } };
    this.launches.set(process.name, shaped);
    return shaped;
  };

  /** Writes until nothing more fits. @returns how many MiB that took. */
  fillDisk(): number {
    const file = openSync(this.home.path(FILLER), 'w');
    let written = 0;
    try {
      for (;;) written += writeSync(file, CHUNK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
    return Math.round(written / CHUNK.length);
  }

  freeDisk(): void {
    rmSync(this.home.path(FILLER), { force: true });
  }

  /** Takes everything away but the logs, which go to a folder on another disk. */
  async close(keep: string): Promise<void> {
    await this.network?.close();
    if (existsSync(this.home.logs)) cpSync(this.home.logs, keep, { recursive: true });
    if (this.hasOwnDisk) spawnSync('umount', ['-l', this.home.folder]);
    rmSync(this.home.folder, { recursive: true, force: true });
  }
}
