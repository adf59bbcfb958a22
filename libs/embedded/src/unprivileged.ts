import { execFileSync, spawnSync } from 'node:child_process';
import { constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasSetpriv, type Program, StartFailed, tied } from './child.js';

export type Account = Readonly<{ name: string; uid: number; gid: number }>;

/**
 * PostgreSQL refuses to run as root. When this process is root, it runs as `postgres` if there is such a user, else as
 * `nobody`.
 */
export function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw new StartFailed('This runs as root, and PostgreSQL needs another user: neither "postgres" nor "nobody" exists. Run it as a normal user.');
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/**
 * A command that runs as another user, and ends when this process does.
 *
 * A folder above that only root may pass (a home with mode 0700) is passed by the capability to do so, and by nothing
 * else: the process has no other right of root.
 */
export function asAccount(account: Account | undefined, command: string, args: readonly string[], paths: readonly string[]): Program {
  if (!account) return tied('INT', { command, args });
  if (!hasSetpriv()) throw new StartFailed('As root this needs the program setpriv (package util-linux), or run it as a normal user.');
  const passable = paths.every((path) => ancestors(path).every((folder) => isPassable(folder)));
  const capabilities = passable ? [] : ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return {
    command: 'setpriv',
    args: [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--pdeathsig', 'INT', ...capabilities, command, ...args],
  };
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
}

function isPassable(folder: string): boolean {
  return (statSync(folder).mode & constants.S_IXOTH) !== 0;
}

/** Gives a folder and all in it to the account. */
export function give(account: Account | undefined, path: string): void {
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, path]);
}
