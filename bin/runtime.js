// Plain JavaScript for whatever Node there is: installs and builds what is missing, so that Node 24 can take over.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PATIENCE_MS = 2_000;

/** The folder of the workspace. */
export const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/** Node 24 as npm brought it. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

const modules = join(root, 'node_modules', '.package-lock.json');
const built = join(root, 'tools', 'dist', '.built');

/** The environment of a child for which `node` is Node 24. */
export function environment() {
  return { ...process.env, PATH: `${dirname(node)}${windows ? ';' : ':'}${process.env.PATH ?? ''}` };
}

/** `npm ci`, unless what is installed is what the lockfile says. Ends the process when it fails. */
export async function install() {
  if (existsSync(node) && existsSync(modules) && changedAt(modules) >= changedAt(join(root, 'package-lock.json')) - 1) return;
  say('installing what Millrace needs (npm ci)');
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'The installation failed; npm says why above.');
}

/** The compiler, unless what it made is newer than the sources. Ends the process when it fails. */
export async function build() {
  if (existsSync(built) && newestSource() <= changedAt(built)) return;
  say('building');
  await run(node, [join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc'), '-b'], 'The build failed; the compiler says why above.');
  writeFileSync(built, '');
}

function newestSource() {
  let newest = changedAt(join(root, 'tsconfig.base.json'));
  for (const area of ['apps', 'libs', '.']) {
    for (const name of area === '.' ? ['tools'] : readdirSync(join(root, area))) {
      for (const part of ['src', 'migrations', 'package.json', 'tsconfig.json']) newest = Math.max(newest, newestIn(join(root, area, name, part)));
    }
  }
  return newest;
}

/** @param {string} path @returns {number} */
function newestIn(path) {
  if (!existsSync(path)) return 0;
  const own = changedAt(path);
  return statSync(path).isDirectory() ? readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), own) : own;
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file).mtimeMs;
}

/**
 * Runs a program in a session of its own. A signal ends it with all that it started, and then this process.
 *
 * @param {string} command @param {string[]} args @param {string} failure
 */
async function run(command, args, failure) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2], detached: !windows });
  let interrupted = false;
  const end = () => {
    interrupted = true;
    endGroup(child.pid, 'SIGTERM');
    setTimeout(() => endGroup(child.pid, 'SIGKILL'), PATIENCE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, end);
  const problem = await new Promise((done) => {
    child.once('error', (error) => done(`${command}: ${error.message}`));
    child.once('exit', (code) => done(code === 0 ? undefined : failure));
  });
  for (const signal of SIGNALS) process.off(signal, end);
  if (interrupted) endGroup(child.pid, 'SIGKILL'); // What did not listen.
  if (!interrupted && problem === undefined) return;
  say(interrupted ? 'interrupted; the next start goes on from here' : problem);
  process.exit(interrupted ? 130 : 1);
}

/** @param {number | undefined} pid @param {string} signal */
function endGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(windows ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** @param {string} what */
export function say(what) {
  process.stderr.write(`millrace: ${what}\n`);
}
