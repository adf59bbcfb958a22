import type { Logger } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BackgroundLoop } from './background-loop.js';

class Counting extends BackgroundLoop {
  rounds = 0;
  fails = false;

  protected async round(): Promise<void> {
    this.rounds += 1;
    if (this.fails) throw new Error('the database is away');
  }
}

describe('work in the background', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function begin() {
    const warnings: string[] = [];
    const loop = new Counting({ warn: (_fields: object, text: string) => warnings.push(text) } as unknown as Logger, 'trying again');
    loop.onApplicationBootstrap();
    return { loop, warnings };
  }

  it('is done again after a round that failed, which is told', async () => {
    const { loop, warnings } = begin();
    loop.fails = true;
    await vi.advanceTimersByTimeAsync(1_000);
    loop.fails = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect([loop.rounds, warnings]).toEqual([3, ['trying again']]);
  });

  it('begins no round once its process ends', async () => {
    const { loop } = begin();
    await vi.advanceTimersByTimeAsync(1_000);
    loop.onModuleDestroy();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(loop.rounds).toBe(1);
  });
});
