import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { holderOf, HomeInUse, LOCK } from './lock.js';

/** The folder of the project: the one whose package.json says so, above this file. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name: string }).name === 'millrace') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The folder of Millrace was not found above the command.');
  return findRoot(parent);
}

/** Says that a folder is Millrace's, so that nothing else is ever erased. */
const MARKER = '.millrace-home';
/** By these a folder is known that was made before there was a marker. */
const OWN = /^(\.millrace-home|bench|chaos|kafka|logs|postgres|(consumers|lock|migrated|ports|secrets|sign-ins|sign-ins-lock|state)\.json(\..+)?)$/;
const SUPERVISOR_LOG = 'supervisor.log';

/** What an installation on this machine keeps: its data, its secrets and its logs. */
export class Home {
  constructor(readonly folder: string) {}

  /** `MILLRACE_HOME`, or `.millrace` in the project. */
  static default(): Home {
    return new Home(resolve(process.env.MILLRACE_HOME ?? join(ROOT, '.millrace')));
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  get logs(): string {
    return this.path('logs');
  }

  get supervisorLog(): string {
    return join(this.logs, SUPERVISOR_LOG);
  }

  /** @throws Error when somebody else's files are in the folder. */
  make(): void {
    const entries = existsSync(this.folder) ? readdirSync(this.folder) : [];
    if (!entries.includes(MARKER) && !entries.every((name) => OWN.test(name)))
      throw new Error(`${this.folder} holds files that are not Millrace's: let MILLRACE_HOME name a folder of its own, which need not be there yet.`);
    mkdirSync(this.logs, { recursive: true, mode: 0o700 });
    writeFileSync(this.path(MARKER), 'This folder is Millrace\'s: "millrace up --fresh" erases it.\n', { mode: 0o600 });
  }

  /**
   * Everything that lies here but the supervisor's log. The fetched jars lie elsewhere.
   *
   * @throws Error when the folder does not carry our mark. @throws HomeInUse when another process runs in it.
   */
  erase(): void {
    if (!existsSync(this.folder)) return;
    if (!existsSync(this.path(MARKER))) throw new Error(`${this.folder} was not made by Millrace, so it is not erased: delete it yourself if it is of no use.`);
    const holder = holderOf(this);
    if (holder && holder.pid !== process.pid) throw new HomeInUse(this, holder);
    const isHome = (name: string) => existsSync(this.path(name, MARKER)); // Of a suite of its own, which may be running.
    const data = readdirSync(this.folder).filter((name) => ![MARKER, LOCK, 'logs'].includes(name) && !isHome(name));
    const logs = existsSync(this.logs) ? readdirSync(this.logs).filter((name) => name !== SUPERVISOR_LOG) : [];
    for (const path of [...data.map((name) => this.path(name)), ...logs.map((name) => join(this.logs, name))]) rmSync(path, { recursive: true, force: true });
  }

  read<T>(name: string): T | undefined {
    try {
      return JSON.parse(readFileSync(this.path(name), 'utf8')) as T;
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all, and for this user's eyes only. */
  write(name: string, value: unknown): void {
    const file = this.path(name);
    writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  remove(name: string): void {
    rmSync(this.path(name), { force: true });
  }
}
