#!/usr/bin/env node
// The command `millrace`: sees to it that everything is there, then hands over to Node 24.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, environment, install, node, root } from './runtime.js';

install();
build();

const child = spawn(node, [join(root, 'tools', 'dist', 'src', 'cli.js'), ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: environment(),
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal)); // The terminal sends SIGINT to both.
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
