import { eventDefinitions } from '@millrace/contracts';
import { readEvent, routing } from './decode.js';
import type { MessageStore } from './postgres/message-store.js';
import type { UnitOfWork } from './postgres/unit-of-work.js';
import { Drainer, type Reading } from './protocol/drainer.js';
import type { EventHandler, RecordFeed, Surroundings } from './protocol/ports.js';
import { Receiver } from './protocol/receiver.js';
import { Runner } from './protocol/runner.js';

export type EventHandlers = ReadonlyMap<string, EventHandler<UnitOfWork>>;

/** The consumers of one process: what a feed brings them is applied, kept or parked in their database. */
export class Consumption {
  readonly runner: Runner<UnitOfWork>;
  readonly drainer: Drainer<UnitOfWork>;

  constructor(service: string, store: MessageStore, handlers: EventHandlers, feed: RecordFeed, surroundings: Surroundings, read: Reading = readEvent) {
    this.drainer = new Drainer(store, handlers, read, surroundings);
    const receiver = new Receiver(store, handlers, surroundings);
    this.runner = new Runner(feed, routing(consumersByType(handlers), service, read), receiver, this.drainer, surroundings.report);
  }
}

/** The topics on which facts for these consumers come, sorted. */
export function topicsOf(handlers: EventHandlers): string[] {
  return [...new Set([...consumersByType(handlers).keys()].map((type) => eventDefinitions().get(type)!.topic))].sort();
}

function consumersByType(handlers: EventHandlers): Map<string, string[]> {
  const consumersOf = new Map<string, string[]>();
  for (const { name, types } of handlers.values()) for (const type of types) consumersOf.set(type, [...(consumersOf.get(type) ?? []), name]);
  return consumersOf;
}
