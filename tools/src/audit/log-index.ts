import { createHash } from 'node:crypto';
import { eventDefinitions } from '@millrace/contracts';
import { type BrokerRecord, endOffsets, type KafkaClient, readEnvelope, readLog, streamName, withAdmin } from '@millrace/messaging';
import { type Difference, LISTED } from './finding.js';

/** What the log holds of one stream. */
type Stream = { ids: string[]; types: number[]; last: number };

const nameOfType = (type: string) => type.slice(0, type.lastIndexOf('.v'));

const topicNames = () => [...new Set([...eventDefinitions().values()].map(({ topic }) => topic))].sort();

const endsOf = (kafka: KafkaClient, prefix: string) => withAdmin(kafka, (admin) => endOffsets(admin, topicNames(), prefix));

/** The whole log, read once: what each stream holds, and what on it can not have come from a sound producer. */
export class LogIndex {
  readonly streams = new Map<string, Stream>();
  readonly differences: Difference[] = [];
  /** Types that no contract of this version names, by how many facts. */
  readonly unknownTypes = new Map<string, number>();
  /** Records that no envelope can be read from, by place. */
  readonly unreadable: string[] = [];
  facts = 0;
  repeats = 0;
  private readonly bodies = new Map<string, string>();
  private readonly typeNames: string[] = [];
  private readonly typeIndex = new Map<string, number>();

  static async read(kafka: KafkaClient, prefix: string): Promise<LogIndex> {
    const index = new LogIndex(await endsOf(kafka, prefix));
    await readLog(kafka, topicNames(), prefix, (record) => index.add(record));
    return index;
  }

  /** @param ends where the log ended before it was read, by partition. */
  constructor(private readonly ends: ReadonlyMap<string, bigint> = new Map()) {}

  /** Whether something has been told since it was read. */
  async hasGrown(kafka: KafkaClient, prefix: string): Promise<boolean> {
    return [...(await endsOf(kafka, prefix))].some(([place, end]) => end !== this.ends.get(place));
  }

  /** The last fact of a stream that is of one of these types; 0 when it has none. */
  lastOf(stream: string, types: ReadonlySet<string>): number {
    const found = this.streams.get(stream);
    for (let sequence = found?.last ?? 0; sequence > 0; sequence--) {
      const type = found!.types[sequence];
      if (type !== undefined && types.has(this.typeNames[type]!)) return sequence;
    }
    return 0;
  }

  /** How many facts of these types a stream has up to a sequence. */
  countOf(stream: string, types: ReadonlySet<string>, upTo: number): number {
    const found = this.streams.get(stream);
    let count = 0;
    for (let sequence = Math.min(upTo, found?.last ?? 0); sequence > 0; sequence--) {
      const type = found!.types[sequence];
      if (type !== undefined && types.has(this.typeNames[type]!)) count += 1;
    }
    return count;
  }

  /** The last fact of a stream that is not among these (`topic key sequence`); 0 when it has none. */
  lastBut(stream: string, without: ReadonlySet<string>): number {
    let last = this.streams.get(stream)?.last ?? 0;
    while (last > 0 && without.has(`${stream} ${last}`)) last -= 1;
    return last;
  }

  /** Gaps, told once for each stream. */
  finish(): void {
    for (const [name, stream] of this.streams) {
      for (let sequence = 1; sequence <= stream.last; sequence++) {
        if (stream.ids[sequence] !== undefined) continue;
        this.tell(`stream ${name}`, `fact ${sequence}`, 'a gap');
        break;
      }
    }
  }

  add(record: BrokerRecord): void {
    const envelope = readEnvelope(record);
    if (typeof envelope === 'string') {
      this.unreadable.push(`${record.topic} ${record.partition}:${record.offset}`);
      return;
    }
    const name = nameOfType(envelope.type);
    if (!eventDefinitions().has(name)) this.unknownTypes.set(envelope.type, (this.unknownTypes.get(envelope.type) ?? 0) + 1);
    const stream = this.streamOf(streamName({ topic: record.topic, key: envelope.key }));
    const { sequence, id } = envelope;
    const body = createHash('md5')
      .update(record.value ?? '')
      .digest('base64');
    const known = this.bodies.get(id);
    const place = `${envelope.type} ${id} (${record.topic} ${record.partition}:${record.offset})`;
    if (known !== undefined && known !== body) this.tell(place, 'the body that this id had before', 'another body');
    this.bodies.set(id, body);
    const there = stream.ids[sequence];
    if (there === id) {
      this.repeats += 1;
      return;
    }
    if (there !== undefined) return this.tell(`${record.topic} ${envelope.key} fact ${sequence}`, there, `also ${id}`);
    if (sequence < stream.last) this.tell(place, `facts of its stream in order, after ${stream.last}`, `fact ${sequence}`);
    stream.ids[sequence] = id;
    stream.types[sequence] = this.typeNumber(name);
    stream.last = Math.max(stream.last, sequence);
    this.facts += 1;
  }

  private streamOf(name: string): Stream {
    let stream = this.streams.get(name);
    if (!stream) this.streams.set(name, (stream = { ids: [], types: [], last: 0 }));
    return stream;
  }

  private typeNumber(name: string): number {
    let at = this.typeIndex.get(name);
    if (at === undefined) {
      at = this.typeNames.push(name) - 1;
      this.typeIndex.set(name, at);
    }
    return at;
  }

  private tell(what: string, expected: string, found: string): void {
    if (this.differences.length < LISTED) this.differences.push({ what, expected, found });
  }
}
