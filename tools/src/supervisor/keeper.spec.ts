import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '@millrace/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Keeper } from './keeper.js';
import { Interrupted, type Member } from './member.js';

/** A process whose starts take as long and end as the test says. */
class FakeMember implements Member {
  pid: number | undefined;
  ready = false;
  starts = 0;
  atOnce = 0;
  mostAtOnce = 0;
  failures = 0;
  startMs = 5;
  readonly kind = 'orders';
  readonly port = 1;
  readonly logFile = '';
  private interrupt: () => void = () => {};

  constructor(readonly name: string) {}

  async start(): Promise<void> {
    this.starts += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
    this.pid = this.starts;
    try {
      const asked = new Promise<never>((_, reject) => (this.interrupt = () => reject(new Interrupted('asked'))));
      await Promise.race([sleep(this.startMs), asked]);
      if (this.failures-- > 0) throw new Error('it fell over\nand more');
      this.ready = true;
    } catch (error) {
      this.pid = undefined;
      throw error;
    } finally {
      this.atOnce -= 1;
    }
  }

  async stop(): Promise<void> {
    this.interrupt();
    this.ready = false;
    this.pid = undefined;
  }
}

describe('the keeper of processes', () => {
  let notes: string[];
  let keeper: Keeper;

  beforeEach(() => {
    notes = [];
    keeper = new Keeper((what) => notes.push(what));
  });

  afterEach(() => keeper.end());

  it('starts again what died, until it stays', async () => {
    const orders = new FakeMember('orders');
    orders.failures = 2;
    keeper.died(orders, 'SIGKILL');
    await eventually(() => expect(orders.ready).toBe(true));
    expect([orders.starts, keeper.deaths.get('orders'), keeper.lastDeath.get('orders')]).toEqual([3, 3, 'it fell over']);
  });

  it('starts again what does not come back from a restart, reaches the replicas after it, and says what failed', async () => {
    const [first, second] = [new FakeMember('orders'), new FakeMember('orders-2')];
    await Promise.all([first.start(), second.start()]);
    first.failures = 1;
    await expect(keeper.restart([first, second])).rejects.toThrow('it fell over');
    expect([second.starts, second.ready]).toEqual([2, true]);
    await eventually(() => expect(first.ready).toBe(true));
  });

  it('takes it for the purpose when a process dies of its failpoints while it starts', async () => {
    const orders = new FakeMember('orders');
    orders.failures = 1;
    await keeper.restart([orders], 'relay.after-publish=kill');
    await eventually(() => expect(orders.ready).toBe(true));
  });

  it('never starts a process twice at once when it is restarted while it comes back', async () => {
    const kafka = new FakeMember('kafka');
    kafka.startMs = 400;
    keeper.died(kafka, 'SIGKILL');
    await eventually(() => expect(kafka.atOnce).toBe(1));
    await keeper.restart([kafka]);
    expect([kafka.mostAtOnce, kafka.starts, kafka.ready]).toEqual([1, 2, true]);
    expect(keeper.deaths.get('kafka')).toBe(1); // Being stopped for a restart is no death.
  });

  it('lets be what ends after the end', async () => {
    const orders = new FakeMember('orders');
    keeper.died(orders, 'SIGKILL');
    keeper.end();
    keeper.died(orders, 'SIGKILL');
    await sleep(300);
    expect(orders.starts).toBe(0);
  });

  it('lets be what it has halted, also when that had just died, until it is to go on', async () => {
    const [orders, finance] = [new FakeMember('orders'), new FakeMember('finance')];
    await Promise.all([orders.start(), finance.start()]);
    await finance.stop();
    keeper.died(finance, 'SIGKILL');
    await keeper.halt([orders, finance]);
    await sleep(400);
    expect([orders.pid, finance.pid, orders.starts, finance.starts]).toEqual([undefined, undefined, 1, 1]);
    await keeper.resume([orders, finance]);
    expect([orders.ready, finance.ready, orders.starts, finance.starts]).toEqual([true, true, 2, 2]);
  });
});
