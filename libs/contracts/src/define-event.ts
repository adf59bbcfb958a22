import { assert } from '@millrace/kernel';
import type { Contract } from './validate.js';

/** What an event is before it is published: its contract and its data. Made by `Definition.of`. */
export type ContractEvent<T extends object = object> = Readonly<{ definition: EventDefinition<T>; data: T }>;

/** An event as a consumer gets it: valid, of the newest version, with the envelope's facts. */
export type ReceivedEvent<T extends object = object> = Readonly<{
  /** UUIDv7 of this fact; the same however often it is delivered. */
  id: string;
  /** With its version: `orders.sales-order-placed.v1`. */
  type: string;
  topic: string;
  /** What the stream is about; also the Kafka key. */
  key: string;
  /** Position in its stream: 1, 2, 3 … without gap. */
  sequence: number;
  companyId: string;
  /** When it was recorded, ISO 8601 in UTC. */
  time: string;
  /** Who caused it: a user or service account, or `system`. */
  actor: string;
  /** Id of the request or fact at the start of the chain that led here. */
  correlationId: string;
  /** Id of the fact that directly led here, if one did. */
  causationId?: string;
  data: T;
}>;

// oxlint-disable-next-line no-explicit-any -- each upcaster knows the shape of one old version
type Upcaster<T> = (old: any) => T;

type Declaration<T extends object> = Readonly<{
  /** The fact without its version: `orders.sales-order-placed`. */
  type: string;
  version: number;
  /** `service.aggregate`. */
  topic: string;
  /** The field that holds the key of the stream. */
  key: keyof T & string;
  data: Contract<T>;
  /** A valid document, kept as the golden sample of this version. */
  example: T;
  /** From each older version to the newest; a version without one can no longer be read. */
  upcasters?: Readonly<Record<number, Upcaster<T>>>;
}>;

/** The contract of one event: the only way to make it, to check it and to read its older versions. */
export class EventDefinition<T extends object = object> {
  readonly name: string;
  readonly version: number;
  readonly topic: string;
  /** The field of the data that is the key. */
  readonly keyField: string;
  readonly contract: Contract<T>;
  readonly example: T;
  private readonly upcasters: Readonly<Record<number, Upcaster<T>>>;

  constructor(declaration: Declaration<T>) {
    this.name = declaration.type;
    this.version = declaration.version;
    this.topic = declaration.topic;
    this.keyField = declaration.key;
    this.contract = declaration.data;
    this.example = declaration.example;
    this.upcasters = declaration.upcasters ?? {};
  }

  /** Type with version, as it stands in `ce_type`. */
  get type(): string {
    return `${this.name}.v${this.version}`;
  }

  get service(): string {
    return this.topic.slice(0, this.topic.indexOf('.'));
  }

  of(data: T): ContractEvent<T> {
    return { definition: this, data };
  }

  keyOf(data: T): string {
    const key = (data as Record<string, unknown>)[this.keyField];
    assert(typeof key === 'string', `${this.type}: ${this.keyField} is the key and must be a string`);
    return key;
  }

  canUpcast(version: number): boolean {
    return version in this.upcasters;
  }

  /** A document of an older version in the shape of the newest. */
  upcast(version: number, old: unknown): T {
    return this.upcasters[version]!(old);
  }
}

const registry = new Map<string, EventDefinition>();

/** Declares an event. Each name may be declared once. */
export function defineEvent<T extends object>(declaration: Declaration<T>): EventDefinition<T> {
  assert(!registry.has(declaration.type), `${declaration.type} is declared twice`);
  const definition = new EventDefinition(declaration);
  registry.set(declaration.type, definition);
  return definition;
}

/** Every event that has been declared, by name. */
export function eventDefinitions(): ReadonlyMap<string, EventDefinition> {
  return registry;
}

/** The received form of a definition's event. */
export type EventOf<D> = D extends EventDefinition<infer T> ? ReceivedEvent<T> : never;
