import type { ReceivedEvent } from '@millrace/contracts';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { EventHandlers } from '../consumption.js';
import type { UnitOfWork } from '../postgres/unit-of-work.js';
import type { EventHandler } from '../protocol/ports.js';
import { type ConsumerExtras, Loading } from './consumer.js';

type Loaded = Readonly<{ consumer: Record<string, (event: ReceivedEvent, loaded: unknown, tx: UnitOfWork) => void>; result: unknown }>;

/** Who runs the consumers that Nest found. */
export type ConsumerHost = Readonly<{ start(handlers: EventHandlers): Promise<void>; stop(): Promise<void> }>;

/**
 * Nest's transport for our events: it collects the consumers that Nest found by their patterns and lets the runtime
 * run them, in groups and transactions that Nest's own Kafka transport does not know.
 */
export class EventStrategy extends Server implements CustomTransportStrategy {
  constructor(private readonly runtime: ConsumerHost) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    const handlers = new Map<string, EventHandler<UnitOfWork>>();
    for (const handler of this.getHandlers().values()) {
      const extras = handler.extras as ConsumerExtras;
      handlers.set(extras.consumer, asEventHandler(extras, handler));
    }
    this.runtime.start(handlers).then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await this.runtime.stop();
  }

  override on(): never {
    throw new Error('Events of the transport are told by metrics and logs.');
  }

  override unwrap<T>(): T {
    return this.runtime as T;
  }
}

function asEventHandler({ consumer, handlers, copies }: ConsumerExtras, handler: MessageHandler): EventHandler<UnitOfWork> {
  return {
    name: consumer,
    types: new Set(handlers.keys()),
    copies,
    async load(events, tx): Promise<Loaded> {
      const loading = new Loading(events, tx);
      const answer: unknown = await handler(loading);
      if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
      if (loading.failed) throw loading.error;
      if (!loading.consumer) throw new Error(`${consumer}: a guard or filter refused its events`);
      return { consumer: loading.consumer as Loaded['consumer'], result: loading.result };
    },
    handle(event, loaded, tx) {
      const { consumer: instance, result } = loaded as Loaded;
      const name = event.type.slice(0, event.type.lastIndexOf('.v'));
      instance[handlers.get(name)!]!(event, result, tx);
    },
  };
}
