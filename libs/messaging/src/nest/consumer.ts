import 'reflect-metadata';
import type { EventDefinition, ReceivedEvent } from '@millrace/contracts';
import { assert } from '@millrace/kernel';
import { Controller } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import type { UnitOfWork } from '../postgres/unit-of-work.js';
import type { EventHandler } from '../protocol/ports.js';

const HANDLES = Symbol('millrace:handles');

/** What Nest hands to a consumer class: the events of a group, to be loaded. The result goes back in it. */
export class Loading {
  result?: unknown;
  error?: unknown;
  failed = false;
  consumer?: object;

  constructor(
    readonly events: readonly ReceivedEvent[],
    readonly tx: UnitOfWork,
  ) {}
}

/** The extras of the pattern by which Nest knows a consumer. */
export type ConsumerExtras = Readonly<{ consumer: string; handlers: ReadonlyMap<string, string> }> & Pick<EventHandler<UnitOfWork>, 'copies'>;

type LoadingConsumer = { load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<unknown> };

/**
 * A class that changes one state by facts. Named for that state; it has one `load(events, tx)`, which reads and locks,
 * and one method with `@Handles` for each type of fact, which decides and queries nothing.
 *
 * @param copies Names the mapped classes whose rows are all there is to that state: `millrace rebuild` can make them anew.
 */
export function Consumer(name: string, { copies }: Pick<EventHandler<UnitOfWork>, 'copies'> = {}): ClassDecorator {
  return (target) => {
    const prototype = target.prototype as object;
    const handlers = handlersOf(prototype);
    assert(handlers.size > 0, `${name} handles nothing`);
    Controller()(target);
    // Nest finds this method by its pattern and puts guards, interceptors and filters around it, once for a group.
    const value = async function loadGroup(this: LoadingConsumer, loading: Loading): Promise<void> {
      loading.consumer = this;
      try {
        loading.result = await this.load(loading.events, loading.tx);
      } catch (error) {
        loading.failed = true; // Nest would replace it by a general one.
        loading.error = error;
      }
    };
    const descriptor = { value, configurable: true, writable: true, enumerable: false };
    Object.defineProperty(prototype, 'loadGroup', descriptor);
    // oxlint-disable-next-line no-unnecessary-type-arguments -- without it the decorator's type is not found
    EventPattern<string>(name, { consumer: name, handlers, copies } satisfies ConsumerExtras)(prototype, 'loadGroup', descriptor);
  };
}

/** The method that applies one type of fact: `(event, loaded, tx) => void`. */
export function Handles(...definitions: readonly EventDefinition[]): MethodDecorator {
  return (prototype, method) => {
    const handlers = handlersOf(prototype);
    for (const { name } of definitions) {
      assert(!handlers.has(name), `${name} is handled twice`);
      handlers.set(name, String(method));
    }
    Reflect.defineMetadata(HANDLES, handlers, prototype);
  };
}

function handlersOf(prototype: object): Map<string, string> {
  return (Reflect.getOwnMetadata(HANDLES, prototype) as Map<string, string> | undefined) ?? new Map<string, string>();
}
