import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilThere } from '../api/patiently.js';
import { table } from '../commands/output.js';
import type { MemberStatus } from '../supervisor/member.js';
import type { Shape } from '../supervisor/node-member.js';
import { type CpuProfile, type ProfileSummary, summarise } from './cpu-profile.js';
import { COUNTING, type DatabaseTime, watchDatabase } from './database-time.js';
import type { FloorServer } from './floor.js';
import { figure } from './tables.js';

const PROFILER = new URL('profiler.js', import.meta.url).href;
const FUNCTIONS_LISTED = 25;
const MODULES_LISTED = 12;
const STATEMENT_LENGTH = 110;
const WRITE_LIMIT_MS = 60_000;

/** Looks into processes while a workload runs: where their processor time goes, and what the database does. */
export class Profiling {
  private readonly texts: string[] = [];

  /** @param kinds of process to look into; none: everything runs as it always does. */
  constructor(
    private readonly folder: string,
    private readonly kinds: readonly string[],
  ) {}

  /** Settings of the database. */
  get postgres(): Readonly<Record<string, string>> {
    return this.kinds.length > 0 ? COUNTING : {};
  }

  readonly shape: Shape = async ({ name, kind }, launch) => {
    if (!this.kinds.includes(kind)) return launch;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    return { ...launch, env: { ...launch.env, NODE_OPTIONS: `--import ${PROFILER}`, MILLRACE_PROFILE_FILE: this.fileOf(name) } };
  };

  /** Does some work of a workload; the profiles of all runs of it stay beside each other. */
  async around(label: string, server: FloorServer, members: readonly MemberStatus[], work: () => Promise<void>): Promise<void> {
    if (this.kinds.length === 0) return work();
    const watched = members.flatMap(({ name, service, pid }) => (this.kinds.includes(service) && pid !== null ? [{ name, pid }] : []));
    const signal = () => watched.forEach(({ pid }) => process.kill(pid, 'SIGUSR2'));
    signal();
    const database = await watchDatabase(server, work);
    signal();
    const run = label.replaceAll(/[^a-z0-9]+/gi, '-');
    writeFileSync(join(this.folder, `${run}.database.json`), JSON.stringify(database, null, 1));
    this.texts.push(`${label} in flight\n${databaseText(database)}`);
    for (const { name } of watched) this.texts.push(`${name}, ${label} in flight\n${profileText(await this.read(name, run))}`);
  }

  /** What there is to say of all that was looked into; undefined when that is nothing. */
  summary(): Readonly<{ folder: string; text: string }> | undefined {
    return this.texts.length === 0 ? undefined : { folder: this.folder, text: this.texts.join('\n\n') };
  }

  private async read(name: string, run: string): Promise<ProfileSummary> {
    const file = this.fileOf(name);
    await untilThere(async () => existsSync(file), Boolean, `the profile of ${name}`, WRITE_LIMIT_MS);
    const kept = join(this.folder, `${run}.${name}.cpuprofile`);
    renameSync(file, kept);
    return summarise(JSON.parse(readFileSync(kept, 'utf8')) as CpuProfile);
  }

  private fileOf(name: string): string {
    return join(this.folder, `${name}.cpuprofile`);
  }
}

const percent = (share: number) => (share * 100).toFixed(1);

function profileText({ ms, idleMs, functions, modules }: ProfileSummary): string {
  const busy = `busy ${percent((ms - idleMs) / ms)} % of ${(ms / 1_000).toFixed(1)} s`;
  const byModule = table(
    ['module', '% of busy'],
    modules.slice(0, MODULES_LISTED).map(({ what, share }) => [what, percent(share)]),
  );
  const byFunction = table(
    ['function', 'module', '% of busy'],
    functions.slice(0, FUNCTIONS_LISTED).map(({ what, module, share }) => [what, module, percent(share)]),
  );
  return `${busy}\n${byModule}\n\n${byFunction}`;
}

function databaseText({ statements, waits }: DatabaseTime): string {
  const all = statements.reduce((sum, { ms }) => sum + ms, 0);
  const planning = statements.reduce((sum, { planMs }) => sum + planMs, 0);
  const found = waits.reduce((sum, each) => sum + each.found, 0);
  const byStatement = table(
    ['database', '% of time', 'of it planning', 'calls', 'mean ms', 'rows a call', 'statement'],
    statements
      .slice(0, FUNCTIONS_LISTED)
      .map(({ database, ms, planMs, calls, rows, statement }) => [
        database,
        percent(ms / all),
        percent(planMs / ms),
        calls,
        figure(ms / calls),
        figure(rows / calls),
        statement.slice(0, STATEMENT_LENGTH),
      ]),
  );
  const byWait = table(
    ['database', 'waits for', '% of samples'],
    waits.slice(0, FUNCTIONS_LISTED).map(({ database, waitsFor, found: times }) => [database, waitsFor, percent(times / found)]),
  );
  return `${byStatement}\nof all listed time ${percent(planning / all)} % went into planning\n\n${byWait}`;
}
