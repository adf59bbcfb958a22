import { failpoint } from '../failpoints.js';
import type { BrokerRecord } from '../record.js';
import type { Drainer } from './drainer.js';
import type { Delivery, HandlingTransaction, RecordFeed, Report } from './ports.js';
import type { Receiver } from './receiver.js';
import { cutIntoWaves } from './waves.js';

/** What a record means to this process: an event for some consumers, or nothing but its type's name. */
export type Routing = (record: BrokerRecord) => readonly Delivery[] | Readonly<{ unknownType: string }>;

/** At most so many events share the waves of one round. */
export const GATHER_LIMIT = 256;

/** One round after the other: gather what has come, apply it in waves, then let the offsets be committed. */
export class Runner<Tx extends HandlingTransaction> {
  constructor(
    private readonly feed: RecordFeed,
    private readonly route: Routing,
    private readonly receiver: Receiver<Tx>,
    private readonly drainer: Drainer<Tx>,
    private readonly report: (report: Report) => void,
    private readonly limit = GATHER_LIMIT,
  ) {}

  /** @returns false when the feed has ended. */
  async round(): Promise<boolean> {
    const records = await this.feed.take(this.limit);
    if (records.length === 0) return false;
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
      await failpoint('consume.after-commit');
      await this.drainer.wake(
        received.flatMap((each) => each.brought),
        received.flatMap((each) => each.waiting),
      );
    }
    await this.feed.done(records.filter((record) => this.feed.owns(record)));
    return true;
  }
}
