import type { ReceivedEvent } from '@millrace/contracts';
import { failpoint } from '../failpoints.js';
import { failureOf, requireOwner } from './failure.js';
import type { Delivery, EventHandler, HandlingTransaction, Keep, Need, StreamRef, StreamStore, Surroundings } from './ports.js';
import type { Group } from './waves.js';

const TRIES_OF_UNKNOWN_ERRORS = 5;

/** What a commit brought about: facts that others may wait for, and streams that began to wait themselves. */
export type Received = Readonly<{ brought: readonly Need[]; waiting: readonly StreamRef[] }>;

/**
 * Applies groups of events, each once: state, stream rows and what is published are one transaction.
 *
 * A group that fails is rolled back and its events run one by one, so that a bad event is alone with its error. It
 * returns only when every event is applied, kept or parked; until then nothing may be acknowledged.
 */
export class Receiver<Tx extends HandlingTransaction> {
  constructor(
    private readonly store: StreamStore<Tx>,
    private readonly handlers: ReadonlyMap<string, EventHandler<Tx>>,
    private readonly surroundings: Surroundings,
  ) {}

  async receive(group: Group): Promise<Received> {
    const readable = group.deliveries.filter((each) => each.event);
    const handler = this.handlers.get(group.consumer)!;
    const results: Received[] = [];
    if (readable.length > 0) results.push(await this.receiveTogether(handler, group, readable));
    for (const each of group.deliveries) if (each.failure) await this.park(each, each.failure);
    return { brought: results.flatMap((each) => each.brought), waiting: results.flatMap((each) => each.waiting) };
  }

  private async receiveTogether(handler: EventHandler<Tx>, group: Group, deliveries: readonly Delivery[]): Promise<Received> {
    try {
      return await this.apply(handler, group.companyId, deliveries, deliveries.length > 1);
    } catch (error) {
      this.surroundings.report({ kind: 'group-split', consumer: handler.name, count: deliveries.length, error });
      if (this.surroundings.classify(error, 1) === 'transient') await this.surroundings.backOff(1);
    }
    const results: Received[] = [];
    for (const each of deliveries) results.push(await this.receiveAlone(handler, group.companyId, each));
    return { brought: results.flatMap((each) => each.brought), waiting: results.flatMap((each) => each.waiting) };
  }

  private async receiveAlone(handler: EventHandler<Tx>, companyId: string | null, delivery: Delivery): Promise<Received> {
    for (let attempt = 1, unknown = 0; ; attempt += 1) {
      try {
        return await this.apply(handler, companyId, [delivery], false);
      } catch (error) {
        const kind = this.surroundings.classify(error, attempt);
        if (kind === 'unknown') unknown += 1;
        if (kind === 'permanent' || unknown >= TRIES_OF_UNKNOWN_ERRORS) {
          await this.park(delivery, failureOf(error));
          return { brought: [], waiting: [] };
        }
        this.surroundings.report({ kind: 'retry', consumer: handler.name, error });
        await this.surroundings.backOff(attempt);
      }
    }
  }

  /**
   * One transaction. With `eagerly` the load is sent along with the stream rows instead of after their answer: it may
   * load for an event that then turns out to be a duplicate, which does no harm and saves a round trip.
   */
  private apply(handler: EventHandler<Tx>, companyId: string | null, deliveries: readonly Delivery[], eagerly: boolean): Promise<Received> {
    const load = (some: readonly Delivery[], tx: Tx) =>
      handler.load(
        some.map((each) => each.event!),
        tx,
      );
    return this.store
      .transaction(companyId, async (tx) => {
        const taking = this.store.take(
          tx,
          handler.name,
          companyId,
          deliveries.map((each) => each.position),
        );
        const early = eagerly ? load(deliveries, tx) : undefined;
        early?.catch(() => {}); // When taking fails first, this one's error is only its echo.
        const before = await taking;
        const news = deliveries.filter((each, index) => each.position.sequence > before[index]!.taken);
        for (const row of before.filter(({ taken }, index) => deliveries[index]!.position.sequence > taken)) requireOwner(row, companyId);
        const states = new Map(deliveries.map((each, index) => [each, before[index]!.state]));
        const flowing = news.filter((each) => states.get(each) === 'flowing');
        const loaded = early ? await early : flowing.length > 0 ? await load(flowing, tx) : undefined;

        const applied: ReceivedEvent[] = [];
        const keeps: Keep[] = [];
        for (const delivery of news) {
          const event = delivery.event!;
          const need = states.get(delivery) === 'flowing' ? tx.needOf(event) : undefined;
          if (states.get(delivery) !== 'flowing') keeps.push({ delivery, as: 'behind' });
          else if (need) keeps.push({ delivery, as: 'waiting', need });
          else {
            failpoint.now('consumer.handle', event.key);
            handler.handle(event, loaded, tx);
            applied.push(event);
          }
        }
        if (keeps.length > 0) this.store.keep(tx, handler.name, keeps);
        await failpoint('consume.before-commit');
        return { applied, keeps, duplicates: deliveries.length - news.length };
      })
      .then(({ applied, keeps, duplicates }) => {
        this.tell(handler.name, applied.length, duplicates, keeps);
        return {
          brought: applied.map(broughtBy),
          waiting: keeps.filter((each) => each.as === 'waiting').map(({ delivery }) => streamOf(delivery)),
        };
      });
  }

  /** Keeps a bad event with its error; the later ones of its stream will be kept behind it. */
  private async park(delivery: Delivery, failure: NonNullable<Delivery['failure']>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const parked = await this.store.transaction(delivery.companyId, async (tx) => {
          const [before] = await this.store.take(tx, delivery.consumer, delivery.companyId, [delivery.position]);
          if (before!.taken >= delivery.position.sequence) return false; // Another process has dealt with it since.
          const as = before!.state === 'flowing' ? ({ as: 'parked', failure } as const) : ({ as: 'behind' } as const);
          this.store.keep(tx, delivery.consumer, [{ delivery, ...as }]);
          return as.as === 'parked';
        });
        if (parked) this.surroundings.report({ kind: 'parked', stream: streamOf(delivery), sequence: delivery.position.sequence, failure });
        return;
      } catch (error) {
        this.surroundings.report({ kind: 'retry', consumer: delivery.consumer, error });
        await this.surroundings.backOff(attempt); // Without the parked row the event would be lost: it is not acknowledged.
      }
    }
  }

  private tell(consumer: string, applied: number, duplicates: number, keeps: readonly Keep[]): void {
    if (applied > 0) this.surroundings.report({ kind: 'applied', consumer, count: applied });
    if (duplicates > 0) this.surroundings.report({ kind: 'duplicate', consumer, count: duplicates });
    for (const each of keeps) {
      if (each.as !== 'waiting') continue;
      const { delivery, need } = each;
      this.surroundings.report({ kind: 'kept-waiting', stream: streamOf(delivery), sequence: delivery.position.sequence, need });
    }
  }
}

/** The fact by which others know what they waited for. */
export function broughtBy(event: ReceivedEvent): Need {
  return { type: event.type.slice(0, event.type.lastIndexOf('.v')), id: event.key };
}

function streamOf(delivery: Delivery): StreamRef {
  const { consumer, companyId, position } = delivery;
  return { consumer, companyId, topic: position.topic, key: position.key };
}
