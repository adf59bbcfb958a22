import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { npmCall } from './npm.js';

const ARGS = ['audit', '--json'];
const call = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform) => npmCall(ARGS, { env, platform, node: '/node' });

describe('npm', () => {
  it.each(['/usr/lib/node_modules/npm/bin/npm-cli.js', 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js'])(
    'is the one that started us: %s',
    (cli) => {
      for (const platform of ['linux', 'win32'] as const)
        expect(call({ npm_execpath: cli }, platform)).toEqual({ command: '/node', args: [cli, ...ARGS], shell: false });
    },
  );

  it.each([undefined, '', '/usr/lib/node_modules/yarn/bin/yarn.js'])('is found by its name when what started us is %s', (npm_execpath) => {
    expect(call({ npm_execpath }, 'linux')).toEqual({ command: 'npm', args: ARGS, shell: false });
    expect(call({ npm_execpath }, 'win32')).toEqual({ command: 'npm.cmd audit --json', args: [], shell: true });
  });

  it('answers here', () => {
    const { command, args, shell } = npmCall(['--version']);
    expect(spawnSync(command, args, { shell, encoding: 'utf8' }).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });
});
