import type { ReceivedEvent } from '@millrace/contracts';
import { failpoint } from '../failpoints.js';
import { failureOf, requireOwner } from './failure.js';
import type { EventHandler, Failure, HandlingTransaction, KeptEvent, Need, StreamRef, StreamStore, Surroundings } from './ports.js';
import { broughtBy } from './receiver.js';

const TRIES_OF_UNKNOWN_ERRORS = 5;

/** Reads a kept record again. @throws PermanentError when it cannot be read. */
export type Reading = (record: KeptEvent['record']) => ReceivedEvent;

type Step = Readonly<{ outcome: 'moved' | 'ended'; brought?: Need }>;

/**
 * Applies what is kept of a waiting stream, in order, each event in a transaction of its own.
 *
 * Any number of processes may drain the same stream: its row is locked in every step, and each step looks anew.
 */
export class Drainer<Tx extends HandlingTransaction> {
  constructor(
    private readonly store: StreamStore<Tx>,
    private readonly handlers: ReadonlyMap<string, EventHandler<Tx>>,
    private readonly read: Reading,
    private readonly surroundings: Surroundings,
  ) {}

  /** After a commit: those who waited for what it brought, and the new waiters once more. Ends when nothing moves. */
  async wake(brought: readonly Need[], waiting: readonly StreamRef[] = []): Promise<void> {
    let streams: readonly StreamRef[] = waiting;
    let needs: readonly Need[] = brought;
    while (needs.length > 0 || streams.length > 0) {
      const woken = needs.length > 0 ? await this.store.waitersFor(needs) : [];
      const results: Need[] = [];
      for (const stream of [...woken, ...streams]) results.push(...(await this.drain(stream)));
      needs = results;
      streams = [];
    }
  }

  /** Parks a stream that waits for what can not come. */
  async giveUp(stream: StreamRef, need: Need, failure: Failure): Promise<void> {
    const sequence = await this.store.transaction(stream.companyId, async (tx) => {
      const row = await this.store.lock(tx, stream);
      if (row?.state !== 'waiting' || row.need?.type !== need.type || row.need.id !== need.id) return undefined;
      const head = await this.store.firstKept(tx, stream);
      if (head) this.store.setParked(tx, stream, head, failure);
      return head?.sequence;
    });
    if (sequence !== undefined) this.surroundings.report({ kind: 'parked', stream, sequence, failure });
  }

  /** What a crash between a commit and its wake-up left behind. */
  async sweep(limit: number): Promise<void> {
    await this.wake([], await this.store.staleWaiters(limit));
  }

  /** Returns what the drained events brought. */
  async drain(stream: StreamRef): Promise<Need[]> {
    const handler = this.handlers.get(stream.consumer);
    if (!handler) return []; // Kept for a consumer that this version does not have.
    const brought: Need[] = [];
    for (;;) {
      const step = await this.step(handler, stream);
      if (step.brought) brought.push(step.brought);
      if (step.outcome === 'ended') return brought;
    }
  }

  private async step(handler: EventHandler<Tx>, stream: StreamRef): Promise<Step> {
    for (let attempt = 1, unknown = 0; ; attempt += 1) {
      let head: KeptEvent | undefined;
      try {
        return await this.store.transaction(stream.companyId, async (tx): Promise<Step> => {
          const row = await this.store.lock(tx, stream);
          if (row?.state !== 'waiting') return { outcome: 'ended' };
          head = await this.store.firstKept(tx, stream);
          if (!head) {
            this.store.setFlowing(tx, stream);
            return { outcome: 'ended' };
          }
          const event = this.read(head.record);
          requireOwner(row, event.companyId);
          const loaded = await handler.load([event], tx);
          const need = tx.needOf(event);
          if (need) {
            if (need.type === row.need?.type && need.id === row.need.id) return { outcome: 'ended' };
            this.store.setWaiting(tx, stream, need);
            return { outcome: 'moved' }; // Who brings it may have looked before this is committed: look once more.
          }
          failpoint.now('consumer.handle', event.key);
          handler.handle(event, loaded, tx);
          this.store.applied(tx, stream, head);
          return { outcome: head.isLast ? 'ended' : 'moved', brought: broughtBy(event) };
        });
      } catch (error) {
        const kind = this.surroundings.classify(error, attempt);
        if (kind === 'unknown') unknown += 1;
        if (head && (kind === 'permanent' || unknown >= TRIES_OF_UNKNOWN_ERRORS)) {
          if (await this.parkHead(stream, head, failureOf(error))) return { outcome: 'ended' };
        }
        this.surroundings.report({ kind: 'retry', consumer: stream.consumer, error });
        await this.surroundings.backOff(attempt);
      }
    }
  }

  /** False when the parking itself failed and the step has to be tried again. */
  private async parkHead(stream: StreamRef, head: KeptEvent, failure: Failure): Promise<boolean> {
    try {
      const parked = await this.store.transaction(stream.companyId, async (tx) => {
        const row = await this.store.lock(tx, stream);
        if (row?.state !== 'waiting') return false;
        const now = await this.store.firstKept(tx, stream);
        if (now?.sequence !== head.sequence) return false; // Another process has moved it on.
        this.store.setParked(tx, stream, now, failure);
        return true;
      });
      if (parked) this.surroundings.report({ kind: 'parked', stream, sequence: head.sequence, failure });
      return true;
    } catch {
      return false;
    }
  }
}
