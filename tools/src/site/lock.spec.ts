import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from '@millrace/embedded';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from './home.js';
import { holderOf, HomeInUse, LOCK, takeLock } from './lock.js';
import { readState, writeState } from './state.js';

describe('the lock on a home', () => {
  let home: Home;
  let other: ChildProcess;

  beforeEach(() => {
    home = new Home(mkdtempSync(join(tmpdir(), 'millrace-lock-')));
    other = spawn('sleep', ['60']);
  });

  afterEach(() => {
    other.kill('SIGKILL');
    rmSync(home.folder, { recursive: true, force: true });
  });

  const heldBy = (pid: number, born = birthOf(pid)!) => home.write(LOCK, { pid, born, since: '2026-11-24T10:00:00Z' });

  it('is refused while another process has it', () => {
    heldBy(other.pid!);
    expect(() => takeLock(home)).toThrow(HomeInUse);
    expect(holderOf(home)).toMatchObject({ pid: other.pid });
  });

  it('is free again when it is given back', () => {
    takeLock(home)();
    expect(holderOf(home)).toBeUndefined();
    takeLock(home)();
    expect(readdirSync(home.folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    heldBy(other.pid!);
    other.kill('SIGKILL');
    await new Promise((resolve) => other.once('exit', resolve));
    takeLock(home);
    expect(holderOf(home)).toMatchObject({ pid: process.pid });
  });

  it('is taken over when its process id has passed on to another process', () => {
    heldBy(other.pid!, 'some other boot 4711');
    takeLock(home);
    expect(holderOf(home)).toMatchObject({ pid: process.pid });
  });

  it('is taken over when nobody can read it', () => {
    writeFileSync(home.path(LOCK), '{');
    takeLock(home);
    expect(holderOf(home)).toMatchObject({ pid: process.pid });
  });

  it('says whose state counts', () => {
    writeState(home, {
      phase: 'running',
      supervisor: other.pid!,
      control: { port: 1, secret: '' },
      ports: { gateway: 1, postgres: 2, kafka: 3, kafkaInternal: 4, kafkaController: 5, smtp: 6, mails: 7 },
    });
    expect(readState(home)).toBeUndefined();
    heldBy(other.pid!);
    expect(readState(home)).toMatchObject({ phase: 'running' });
  });
});
