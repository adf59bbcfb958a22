import { type EventDefinition, eventDefinitions } from '@millrace/contracts';

export type Operation = 'read' | 'write' | 'describe' | 'describe-configs' | 'delete';

/** What somebody may do with a topic or a consumer group, or with all whose names begin so. Whatever is not granted is refused. */
export type Right = Readonly<{ on: 'topic' | 'group'; name: string; begins?: true; may: readonly Operation[] }>;

/** What every group of `readLog` is called at first: a reader leaves no group behind, and may look into no other. */
export const READER_GROUPS = 'millrace-reader-';

type Events = Iterable<Pick<EventDefinition, 'name' | 'topic' | 'service'>>;

/**
 * What a service needs of the broker: to write the topics of its own events, to read those of the events that its consumers
 * take, and to keep its place in them. Nothing to make, alter or delete a topic.
 *
 * @param takes names of the events that its consumers take.
 */
export function rightsOfService(service: string, takes: readonly string[], events: Events = eventDefinitions().values()): Right[] {
  const all = [...events];
  const written = topicsOf(all.filter((event) => event.service === service));
  const read = topicsOf(all.filter(({ name }) => takes.includes(name)));
  if (read.length === 0) return written.map(writing);
  return [
    ...written.map(writing),
    ...read.map((name): Right => ({ on: 'topic', name, may: ['read', 'describe-configs'] })), // To name the topic whose batches it cannot unpack.
    { on: 'group', name: service, may: ['read'] },
    { on: 'group', name: `${service}.`, begins: true, may: ['read', 'delete'] }, // Of copies that it builds anew.
  ];
}

/** What audit and trace need: to read every topic, and to see how far each service has come. Nothing to write. */
export function rightsOfReader(services: readonly string[], events: Events = eventDefinitions().values()): Right[] {
  return [
    ...topicsOf([...events]).map((name): Right => ({ on: 'topic', name, may: ['read'] })),
    ...services.map((name): Right => ({ on: 'group', name, may: ['describe'] })),
    { on: 'group', name: READER_GROUPS, begins: true, may: ['read', 'delete'] },
  ];
}

/** Whether a topic or group, named without the prefix, is the suite's: named after one of its services, or made for a reader. */
export function isOfSuite(name: string, events: Events = eventDefinitions().values()): boolean {
  const services = new Set([...events].map(({ service }) => service));
  return services.has(name.split('.', 1)[0]!) || name.startsWith(READER_GROUPS);
}

const writing = (name: string): Right => ({ on: 'topic', name, may: ['write', 'describe'] });

const topicsOf = (events: readonly { topic: string }[]) => [...new Set(events.map(({ topic }) => topic))].sort();
