import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { perOperation, processorTimes } from './processor-time.js';

describe('processor time', () => {
  it('is what was used between two readings, shared by the operations', () => {
    const before = new Map([['orders', 100]]);
    const after = new Map([
      ['orders', 400],
      ['finance', 50],
    ]);
    expect(perOperation(before, after, 100)).toEqual({ orders: 3, finance: 0.5 });
  });

  it('of a process that was started in between is all that it has used', () => {
    expect(perOperation(new Map([['orders', 100]]), new Map([['orders', 40]]), 10)).toEqual({ orders: 4 });
  });

  it('of no operation is what was used', () => {
    expect(perOperation(new Map(), new Map([['orders', 20]]), 0)).toEqual({ orders: 20 });
  });

  it.runIf(existsSync('/proc/self/stat'))('of a process is that of those it started too', async () => {
    const busy = 'const end = Date.now() + 400; while (Date.now() < end); console.log("done"); setTimeout(() => {}, 60_000)';
    const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(busy)}], { stdio: 'inherit' })`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    try {
      await once(parent.stdout, 'data');
      expect(processorTimes([{ name: 'parent', pid: parent.pid! }]).get('parent')).toBeGreaterThan(100);
    } finally {
      process.kill(-parent.pid!, 'SIGKILL');
    }
  });

  it('of a process that is not there is nothing', () => {
    expect(processorTimes([{ name: 'orders', pid: null }]).get('orders')).toBe(0);
  });
});
