import { type BrokerRecord, readEnvelope } from '@millrace/messaging';

/** One fact of a business case, as it lies on the log. */
export type TracedFact = Readonly<{
  id: string;
  type: string;
  topic: string;
  key: string;
  sequence: number;
  companyId: string;
  actor: string;
  time: string;
  correlationId: string;
  causationId?: string;
  /** Where on the log: `topic/partition@offset`; more than one place when it was sent again. */
  places: readonly string[];
}>;

/** A fact with what it followed from: 0 for what a request led to, more for what other facts led to. */
export type Step = TracedFact & Readonly<{ depth: number; msSinceStart: number; msSinceCause?: number }>;

type Seen = { -readonly [K in keyof TracedFact]: TracedFact[K] } & { places: string[]; mentions: readonly string[] };

const UUID = /"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;
/** What every case shares: to follow these would be to follow everything. */
const MASTERS = new Set(['identity.company', 'inventory.item', 'orders.customer']);

/**
 * Facts by what they are about, so that a business case can be followed from its order through every service.
 *
 * A fact belongs to a case when its stream is about one of the case's documents, or when it names one: a payment names
 * the invoice that it pays, an invoice its order. Masters belong to no case.
 */
export class CaseIndex {
  private readonly facts = new Map<string, Seen>();
  private readonly byKey = new Map<string, Seen[]>();
  private readonly byMention = new Map<string, Seen[]>();
  private readonly byNumber = new Map<string, Set<string>>();

  add(record: BrokerRecord): void {
    if (MASTERS.has(record.topic)) return;
    const envelope = readEnvelope(record);
    if (typeof envelope === 'string') return;
    const place = `${record.topic}/${record.partition}@${record.offset}`;
    const known = this.facts.get(envelope.id);
    if (known) return void known.places.push(place);
    const body = record.value?.toString('utf8') ?? '';
    const mentions = [...new Set([...body.matchAll(UUID)].map(([, id]) => id!))].filter((id) => id !== envelope.key);
    const fact: Seen = { ...envelope, topic: record.topic, places: [place], mentions };
    this.facts.set(fact.id, fact);
    push(this.byKey, fact.key, fact);
    for (const id of mentions) push(this.byMention, id, fact);
    const number = /"number":"([^"]+)"/.exec(body)?.[1];
    if (number && record.topic === 'orders.sales-order') this.byNumber.set(number, (this.byNumber.get(number) ?? new Set()).add(fact.key));
  }

  /** Ids of the orders with this number, one for each company that has it; an id stands for itself. */
  ordersOf(idOrNumber: string): string[] {
    return this.byKey.has(idOrNumber) ? [idOrNumber] : [...(this.byNumber.get(idOrNumber) ?? [])];
  }

  /** Documents with a fact that lies on the log more than once, since whoever told it died before it could note that. */
  get repeated(): string[] {
    return [...new Set([...this.facts.values()].filter(({ places }) => places.length > 1).map(({ key }) => key))];
  }

  /** The facts of the case of one document, causes before their effects; empty when the log knows nothing of it. */
  follow(documentId: string): Step[] {
    const found = new Set<Seen>();
    const known = new Set([documentId]);
    for (const left = [documentId]; left.length > 0; ) {
      const id = left.pop()!;
      for (const fact of [...(this.byKey.get(id) ?? []), ...(this.byMention.get(id) ?? [])]) {
        found.add(fact);
        if (known.has(fact.key)) continue;
        known.add(fact.key);
        left.push(fact.key);
      }
    }
    return inCausalOrder([...found]);
  }
}

/** By time, but never an effect before its cause: clocks of services differ. */
function inCausalOrder(facts: readonly Seen[]): Step[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const effects = Map.groupBy(facts, (fact) => (fact.causationId && byId.has(fact.causationId) ? fact.causationId : ''));
  const start = Math.min(...facts.map(({ time }) => Date.parse(time)));
  const steps: Step[] = [];
  const ready = (effects.get('') ?? []).map((fact) => ({ fact, depth: 0 }));
  while (ready.length > 0) {
    ready.sort((a, b) => compare(b.fact, a.fact));
    const { fact, depth } = ready.pop()!;
    const cause = fact.causationId === undefined ? undefined : byId.get(fact.causationId);
    const { mentions: _, ...traced } = fact;
    const at = Date.parse(fact.time);
    steps.push({ ...traced, depth, msSinceStart: at - start, ...(cause ? { msSinceCause: at - Date.parse(cause.time) } : {}) });
    ready.push(...(effects.get(fact.id) ?? []).map((effect) => ({ fact: effect, depth: depth + 1 })));
  }
  return steps;
}

function compare(a: TracedFact, b: TracedFact): number {
  return Date.parse(a.time) - Date.parse(b.time) || (a.topic === b.topic && a.key === b.key ? a.sequence - b.sequence : a.id < b.id ? -1 : 1);
}

function push(map: Map<string, Seen[]>, key: string, fact: Seen): void {
  const list = map.get(key);
  if (list) list.push(fact);
  else map.set(key, [fact]);
}
