import { failpoint } from '../failpoints.js';
import type { BrokerRecord } from '../record.js';
import type { Drainer } from './drainer.js';
import type { Delivery, HandlingTransaction, RecordFeed, Report } from './ports.js';
import type { Received, Receiver } from './receiver.js';
import { Stopping } from './stopping.js';
import { cutIntoWaves } from './waves.js';

/** What a record means to this process: an event for some consumers, or nothing but its type's name. */
export type Routing = (record: BrokerRecord) => readonly Delivery[] | Readonly<{ unknownType: string }>;

/** At most so many events share the waves of one round. */
export const GATHER_LIMIT = 256;

/** One round after the other: gather what has come, apply it in waves, then let the offsets be committed. */
export class Runner<Tx extends HandlingTransaction> {
  /** Taken and not yet dealt with to the end: a round that failed begins again with them. */
  private inHand: readonly BrokerRecord[] = [];

  constructor(
    private readonly feed: RecordFeed,
    private readonly route: Routing,
    private readonly receiver: Receiver<Tx>,
    private readonly drainer: Drainer<Tx>,
    private readonly report: (report: Report) => void,
    private readonly limit = GATHER_LIMIT,
  ) {}

  /** When something last moved: records were taken, or a wave was dealt with. Milliseconds since 1970. */
  movedAt = Date.now();

  /** Records are taken and not yet dealt with. */
  get isBusy(): boolean {
    return this.inHand.length > 0;
  }

  /**
   * @returns false when the feed has ended.
   * @throws What went wrong outside a group: the next round takes the same records again, and streams know what is done.
   */
  async round(): Promise<boolean> {
    if (this.inHand.length === 0) this.inHand = await this.feed.take(this.limit);
    this.movedAt = Date.now();
    const records = this.inHand;
    if (records.length === 0) return false;
    await this.deal(records);
    await this.feed.done(records.filter((record) => this.feed.owns(record)));
    this.inHand = [];
    return true;
  }

  private async deal(records: readonly BrokerRecord[]): Promise<void> {
    const sources = new Map<Delivery, BrokerRecord>();
    for (const record of records) {
      const routed = this.route(record);
      if ('unknownType' in routed) this.report({ kind: 'unknown-type', type: routed.unknownType });
      else for (const delivery of routed) sources.set(delivery, record);
    }
    await failpoint('consume.after-decode');
    for (const wave of cutIntoWaves([...sources.keys()])) {
      const ours = wave
        .map((group) => ({ ...group, deliveries: group.deliveries.filter((each) => this.feed.owns(sources.get(each)!)) }))
        .filter((group) => group.deliveries.length > 0);
      const received = await Promise.all(ours.map((group) => this.receiver.receive(group)));
      this.movedAt = Date.now();
      await failpoint('consume.after-commit');
      await this.wake(received);
    }
  }

  /** After the commit. What fails here is left to the sweep, which looks for whoever still waits. */
  private async wake(received: readonly Received[]): Promise<void> {
    try {
      await this.drainer.wake(
        received.flatMap((each) => each.brought),
        received.flatMap((each) => each.waiting),
      );
    } catch (error) {
      if (error instanceof Stopping) throw error;
      this.report({ kind: 'wake-failed', error });
    }
  }
}
