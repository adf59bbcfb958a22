import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: the one whose package.json says so, above this file. */
export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name: string }).name === 'millrace') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The folder of Millrace was not found above the command.');
  return findRoot(parent);
}

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

  make(): void {
    mkdirSync(this.logs, { recursive: true, mode: 0o700 });
  }

  /** Everything but the fetched jars, which lie elsewhere. */
  erase(): void {
    rmSync(this.folder, { recursive: true, force: true });
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
