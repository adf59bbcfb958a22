import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from './site/home.js';

describe('a machine on which the suite is to be started', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-machine-'));
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    mkdirSync(join(folder, 'programs'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function program(name: string, says: string): void {
    writeFileSync(join(folder, 'programs', name), `#!/bin/sh\necho '${says}'\n`);
    chmodSync(join(folder, 'programs', name), 0o755);
  }

  function millrace(...args: string[]): { status: number | null; output: string } {
    const env = { PATH: join(folder, 'programs'), HOME: folder };
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'millrace.js'), ...args], { env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }

  it('is told what to install, and that containers need none of it, before anything else happens', () => {
    const { status, output } = millrace('up', '--demo');
    expect(status).toBe(1);
    for (const part of ['nothing was started', 'no "java" on the PATH', 'no "mvn" on the PATH', 'openjdk-17', 'docker compose up'])
      expect(output).toContain(part);
    expect(readdirSync(folder).toSorted()).toEqual(['bin', 'package.json', 'programs']);
  });

  it('is refused with Java 16, and gets as far as the installation with Java 17', () => {
    program('mvn', 'Apache Maven 3.9.9');
    program('java', 'openjdk version "16.0.2" 2021-07-20');
    expect(millrace('up').output).toContain('Kafka needs Java 17 or newer');
    program('java', 'openjdk version "17.0.1" 2021-10-19');
    expect(millrace('up').output).toMatch(/installing what Millrace needs[^]*npm/);
  });

  it('is examined by the doctor without anything being installed', () => {
    program('java', 'openjdk version "21" 2023-09-19');
    const checks = JSON.parse(millrace('doctor', '--json').output) as { name: string; verdict: string; advice?: string }[];
    expect(checks.find(({ name }) => name === 'Java')).toMatchObject({ verdict: 'ok' });
    expect(checks.find(({ name }) => name === 'Maven')).toMatchObject({ verdict: 'missing', advice: expect.stringContaining('apt-get install maven') });
    expect(millrace('doctor').status).toBe(1);
  });
});
