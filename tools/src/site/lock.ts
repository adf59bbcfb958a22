import { linkSync, renameSync, rmSync } from 'node:fs';
import { birthOf } from '@millrace/embedded';
import type { Home } from './home.js';

/** Who has a home to itself. Process ids come again; with the moment of its birth one names a process for ever. */
export type Holder = Readonly<{ pid: number; born: string; since: string }>;

export const LOCK = 'lock.json';

/** Several takers in one process have a claim each. */
let claims = 0;

/** Somebody else runs, starts or stops a suite in this home. */
export class HomeInUse extends Error {
  constructor(
    readonly home: Home,
    readonly holder: Holder,
  ) {
    super(`Millrace runs, starts or stops in ${home.folder} already (process ${holder.pid}): see "npx millrace status", end it with "npx millrace down".`);
  }
}

/** The process that has the home; what a killed one left behind does not count. */
export function holderOf(home: Home, lock = LOCK): Holder | undefined {
  const holder = home.read<Holder>(lock);
  return holder && birthOf(holder.pid) === holder.born ? holder : undefined;
}

/**
 * Takes a home for this process alone, from before its first file is touched until after the last process has ended.
 *
 * @param lock Another name for what is not the whole home.
 * @returns what gives it back.
 * @throws HomeInUse
 */
export function takeLock(home: Home, lock = LOCK): () => void {
  const holder: Holder = { pid: process.pid, born: birthOf(process.pid)!, since: new Date().toISOString() };
  const claim = `${lock}.${process.pid}.${claims++}`;
  home.write(claim, holder);
  try {
    while (!link(home, claim, lock)) {
      const other = holderOf(home, lock);
      if (other) throw new HomeInUse(home, other);
      removeStale(home, lock);
    }
  } finally {
    home.remove(claim);
  }
  return () => home.remove(lock);
}

/** Whole or not at all: a lock is never seen half written, and only one is there. */
function link(home: Home, claim: string, lock: string): boolean {
  try {
    linkSync(home.path(claim), home.path(lock));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes a dead lock away; one that somebody else put in its place meanwhile is put back. */
function removeStale(home: Home, lock: string): void {
  const aside = home.path(`${lock}.${process.pid}.stale`);
  try {
    renameSync(home.path(lock), aside);
  } catch {
    return; // Another one has taken it away.
  }
  const found = home.read<Holder>(`${lock}.${process.pid}.stale`);
  if (found && birthOf(found.pid) === found.born) linkSync(aside, home.path(lock));
  rmSync(aside, { force: true });
}
