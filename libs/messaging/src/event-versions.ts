import { type ContractEvent, type EventDefinition, eventDefinitions } from '@millrace/contracts';

/**
 * Which version of each event a service writes: the oldest that can still be written, until configuration says that all
 * read a newer one. So consumers are released first, and a new version is turned on when the last of them knows it.
 */
export class EventVersions {
  constructor(private readonly wanted: ReadonlyMap<string, number> = new Map()) {}

  of({ name, oldestWritable }: EventDefinition): number {
    return this.wanted.get(name) ?? oldestWritable;
  }

  /** What a service writes in an older version than it could, for its operator. */
  behind(service: string, known: ReadonlyMap<string, EventDefinition> = eventDefinitions()): string[] {
    const older = [...known.values()].filter((each) => each.service === service && this.of(each) < each.version);
    return older.map((each) => `${each.name} in version ${this.of(each)} of ${each.version}`);
  }
}

/** A fact as it goes on the log: its type with version, its body, and the contract that holds for both. */
export type WrittenFact = Readonly<{ type: string; contract: EventDefinition['contract']; body: object }>;

/** A fact in one of the versions that can be written. */
export function writtenAs({ definition, data }: ContractEvent, version: number): WrittenFact {
  const { type, contract } = definition.find(version)!;
  return { type, contract, body: definition.downcast(version, data) };
}

/**
 * Reads `finance.credit-note-posted=2,orders.sales-order-placed=3`. One text may serve all services: each minds its own
 * events, so that an old process is not stopped by a new version of somebody else's.
 *
 * @throws Error that names each entry that cannot be followed, and what could be.
 */
export function parseEventVersions(text: string, service: string, known: ReadonlyMap<string, EventDefinition> = eventDefinitions()): EventVersions {
  const wanted = new Map<string, number>();
  const faults: string[] = [];
  for (const entry of text.split(',').map((each) => each.trim())) {
    if (entry === '') continue;
    const [, name, version] = /^([a-z-]+\.[a-z-]+)=([1-9][0-9]{0,3})$/.exec(entry) ?? [];
    if (!name) faults.push(`"${entry}" must be an event and a version such as finance.credit-note-posted=2`);
    else if (wanted.has(name)) faults.push(`${name} is named twice`);
    else {
      wanted.set(name, Number(version));
      if (name.startsWith(`${service}.`)) faults.push(...faultOf(known.get(name), name, Number(version)));
    }
  }
  if (faults.length > 0) throw new Error(faults.join('; '));
  return new EventVersions(wanted);
}

function faultOf(definition: EventDefinition | undefined, name: string, wanted: number): string[] {
  if (!definition) return [`${name} is no event of this service`];
  const { oldestWritable, version } = definition;
  if (wanted >= oldestWritable && wanted <= version) return [];
  const possible = oldestWritable === version ? `${version} only` : `${oldestWritable} to ${version}`;
  return [`${name} can be written in version ${possible}, not in ${wanted}`];
}
