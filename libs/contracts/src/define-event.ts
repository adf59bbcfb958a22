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

/**
 * How documents of one version become documents of the next. Both ways are pure: the same facts are read again for years.
 *
 * `Old` and `Next` are the shapes of the two versions.
 */
type Step<Old extends object, Next extends object> = Readonly<{
  /** What the next version says otherwise, and why: a sentence for who reads the catalogue. */
  changed: string;
  upcast: (old: Old) => Next;
  /** The way back, for as long as somebody may have to write the older version; without it that version is only read. */
  downcast?: (next: Next) => Old;
}>;

type EarlierVersion<Old extends object, Next extends object> = Step<Old, Next> &
  Readonly<{
    data: Contract<Old>;
    /** A valid document, kept as the golden sample of this version. */
    example: NoInfer<Old>;
    /** The version before this one. */
    before?: Earlier<NoInfer<Old>>;
  }>;

/** A version that was succeeded by one with documents of shape `Next`; its own shape is known where it is declared. */
// oxlint-disable-next-line no-explicit-any -- only its own steps read a document of an old shape
export type Earlier<Next extends object> = EarlierVersion<any, Next>;

/** Declares the version before; it sees to it that the steps fit both shapes. */
export function earlier<Old extends object, Next extends object>(version: EarlierVersion<Old, Next>): Earlier<Next> {
  return version;
}

type Declaration<T extends object> = Readonly<{
  /** The fact without its version: `orders.sales-order-placed`. */
  type: string;
  version: number;
  /** `service.aggregate`. */
  topic: string;
  /** The field that holds the key of the stream, in every version. */
  key: keyof T & string;
  data: Contract<T>;
  /** A valid document, kept as the golden sample of this version. */
  example: NoInfer<T>;
  /** The version before this one, from the second on: facts of it lie on the log for good. */
  before?: Earlier<NoInfer<T>>;
}>;

/** One version of an event as it lies on the log. */
export type EventVersion = Readonly<{
  version: number;
  /** With the name of the fact: `orders.sales-order-placed.v1`. */
  type: string;
  contract: Contract<object>;
  example: object;
  /** To the version after it; absent for the newest. */
  // oxlint-disable-next-line no-explicit-any -- the shapes were checked where the step was declared
  next?: Step<any, any>;
}>;

/** The contract of one event: the only way to make it, to check it, and to read and write its older versions. */
export class EventDefinition<T extends object = object> {
  readonly name: string;
  readonly version: number;
  readonly topic: string;
  /** The field of the data that is the key. */
  readonly keyField: string;
  readonly contract: Contract<T>;
  readonly example: T;
  /** Every version that can be read, the newest first. */
  readonly versions: readonly EventVersion[];
  /** The oldest version that can be written: a producer begins with it, until all consumers are known to read a newer one. */
  readonly oldestWritable: number;

  constructor(declaration: Declaration<T>) {
    this.name = declaration.type;
    this.version = declaration.version;
    this.topic = declaration.topic;
    this.keyField = declaration.key;
    this.contract = declaration.data;
    this.example = declaration.example;
    this.versions = versionsOf(declaration);
    this.oldestWritable = oldestWritableOf(this.versions);
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

  /** A version that can be read. */
  find(version: number): EventVersion | undefined {
    return this.versions[this.version - version];
  }

  /** A document of a version that can be read, in the shape of the newest. */
  upcast(version: number, old: object): T {
    return this.stepsFrom(version).reduceRight((document, step) => step.upcast(document) as object, old) as T;
  }

  /** A document of the newest version in the shape of one that can be written. */
  downcast(version: number, data: T): object {
    return this.stepsFrom(version).reduce<object>((document, step) => step.downcast!(document) as object, data);
  }

  /** From the newest version down to this one. */
  private stepsFrom(version: number): NonNullable<EventVersion['next']>[] {
    return this.versions.slice(1, this.version - version + 1).map(({ next }) => next!);
  }
}

function versionsOf<T extends object>({ type, version, data, example, before }: Declaration<T>): EventVersion[] {
  const versions: EventVersion[] = [{ version, type: `${type}.v${version}`, contract: data, example }];
  // oxlint-disable-next-line no-explicit-any -- the shapes were checked where the steps were declared
  for (let each: Earlier<any> | undefined = before; each; each = each.before) {
    const older = version - versions.length;
    assert(older > 0, `${type}: nothing comes before version 1`);
    versions.push({ version: older, type: `${type}.v${older}`, contract: each.data, example: each.example as object, next: each });
  }
  return versions;
}

function oldestWritableOf(versions: readonly EventVersion[]): number {
  const [newest, ...older] = versions;
  const readOnly = older.findIndex(({ next }) => !next!.downcast);
  return newest!.version - (readOnly === -1 ? older.length : readOnly);
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
