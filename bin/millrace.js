#!/usr/bin/env node
// The command `millrace`: sees to it that everything is there, then hands over to Node 24.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { requirements } from './checks.js';
import { line, report } from './doctor.js';
import { build, environment, install, node, root, say } from './runtime.js';

const args = process.argv.slice(2);
const asksForHelp = args.some((each) => each === '--help' || each === '-h');
if (args[0] === 'doctor' && !asksForHelp) process.exit((await report(args.includes('--json'))) ? 0 : 1);
if (args[0] === 'up' && !asksForHelp) refuseWhatCannotStart();
await install();
await build();

const child = spawn(node, [join(root, 'tools', 'dist', 'src', 'cli.js'), ...args], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { NODE_COMPILE_CACHE: join(root, '.cache', 'compile'), ...environment() },
});
let isEnding = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
if (process.env.npm_lifecycle_event === 'start') endWithNpm();
child.on('exit', (code, signal) => process.exit(signal === 'SIGINT' ? 130 : signal ? 1 : (code ?? 1)));

function end(signal) {
  isEnding = true;
  if (signal !== 'SIGINT') child.kill(signal); // The terminal sends SIGINT to both.
}

/** npm sends a signal to the shell between it and this process, and some shells die of it without passing it on. */
function endWithNpm() {
  const { ppid: shell } = process;
  setInterval(() => isEnding || process.ppid === shell || end('SIGTERM'), 500).unref();
}

/** Says what to install before anything else happens. */
function refuseWhatCannotStart() {
  const missing = requirements().filter(({ verdict }) => verdict === 'missing');
  if (missing.length === 0) return;
  say(`this machine lacks what the suite needs; nothing was started\n${missing.map(line).join('')}`);
  process.exit(1);
}
