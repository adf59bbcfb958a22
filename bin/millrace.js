#!/usr/bin/env node
// Plain JavaScript for whatever Node there is: installs and builds what is missing, then hands over to Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const modules = join(root, 'node_modules', '.package-lock.json');
const built = join(root, 'tools', 'dist', '.built');

install();
build();
handOver(process.argv.slice(2));

function install() {
  if (existsSync(node) && existsSync(modules) && changedAt(modules) >= changedAt(join(root, 'package-lock.json')) - 1) return;
  say('installing what Millrace needs (npm ci)');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], 'The installation failed; npm says why above.');
}

function build() {
  if (existsSync(built) && newestSource() <= changedAt(built)) return;
  say('building');
  run(node, [join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc'), '-b'], 'The build failed; the compiler says why above.');
  writeFileSync(built, '');
}

/** @param {string[]} args */
function handOver(args) {
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(node, [join(root, 'tools', 'dist', 'src', 'cli.js'), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal)); // The terminal sends SIGINT to both.
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
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

/** @param {string} command @param {string[]} args @param {string} failure */
function run(command, args, failure) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  say(error ? `${command}: ${error.message}` : failure);
  process.exit(1);
}

/** @param {string} what */
function say(what) {
  process.stderr.write(`millrace: ${what}\n`);
}
