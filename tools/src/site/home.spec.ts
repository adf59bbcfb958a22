import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from '@millrace/embedded';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Home } from './home.js';
import { HomeInUse, LOCK, takeLock } from './lock.js';

describe('a home', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-home-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused in a folder with files of somebody else, which are never erased', () => {
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    const home = new Home(folder);
    expect(() => home.make()).toThrow(/not Millrace's/);
    expect(() => home.erase()).toThrow(/not erased/);
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  it('is known by its files where an earlier version made it without a mark', () => {
    for (const name of ['secrets.json', 'ports.json', 'migrated.json']) writeFileSync(join(folder, name), '{}');
    for (const name of ['postgres', 'kafka', 'logs', 'chaos']) mkdirSync(join(folder, name));
    const home = new Home(folder);
    expect(() => home.erase()).toThrow(/not erased/);
    home.make();
    home.erase();
    expect(readdirSync(folder)).toEqual(['.millrace-home', 'logs']);
  });

  it("loses its data and keeps its mark, its lock, the supervisor's log and homes inside it", () => {
    const [home, inner] = [new Home(join(folder, 'new')), new Home(join(folder, 'new', 'chaos'))];
    home.make();
    inner.make();
    takeLock(home);
    for (const path of [home.path('secrets.json'), home.supervisorLog, join(home.logs, 'orders.log')]) writeFileSync(path, '');
    home.erase();
    expect(readdirSync(home.folder)).toEqual(['.millrace-home', 'chaos', LOCK, 'logs']);
    expect(readdirSync(home.logs)).toEqual(['supervisor.log']);
    expect(existsSync(inner.logs)).toBe(true);
  });

  it('is not erased while another process runs in it', () => {
    const home = new Home(folder);
    home.make();
    const other = spawn('sleep', ['60']);
    home.write(LOCK, { pid: other.pid, born: birthOf(other.pid!), since: '' });
    home.write('secrets.json', {});
    expect(() => home.erase()).toThrow(HomeInUse);
    expect(home.read('secrets.json')).toEqual({});
    other.kill('SIGKILL');
  });

  it('is nothing to erase when it is not there', () => {
    expect(() => new Home(join(folder, 'nowhere')).erase()).not.toThrow();
  });
});
