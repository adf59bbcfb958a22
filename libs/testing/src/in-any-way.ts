import type { ServiceDefinition } from '@millrace/chassis';
import type { ContractEvent } from '@millrace/contracts';
import { newId, Random } from '@millrace/kernel';
import { armFailpoints } from '@millrace/messaging';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ServiceBench, type Told } from './service-bench.js';

/** Facts that a service takes, and what it knows after them. */
export type Happening = Readonly<{
  /** What is there before: masters that come by facts, documents that come by commands. */
  before?: (bench: ServiceBench, companyId: string) => Promise<void>;
  /** New facts about new documents of a company, in an order in which they may have been told. */
  facts: (companyId: string) => readonly ContractEvent[];
  /** What the service knows then: a query for a column `what` that names no generated id, and its rows. */
  leads: Readonly<{ to: readonly string[]; by: string }>;
  /** What the service published, by type and count. */
  publishes: readonly string[];
}>;

const SEEDS = 5;

/**
 * Proves that a service knows the same in the end however the facts come to it: one by one, all in one gathering, twice,
 * with the process dying before its commit, to two processes at once, and with its streams in any order among each other.
 */
export function describeFactsInAnyWay(definition: ServiceDefinition, happenings: Readonly<Record<string, Happening>>): void {
  describe.each(Object.entries(happenings))('%s', (_name, happening) => {
    let bench: ServiceBench;
    let companyId: string;
    let told: Told[];

    beforeAll(async () => {
      bench = await ServiceBench.start(inject('servers'), definition);
    });
    afterAll(() => bench.stop());

    const begin = async () => {
      companyId = newId();
      await happening.before?.(bench, companyId);
      told = bench.tell(companyId, ...happening.facts(companyId));
    };
    const oneByOne = async (facts: readonly Told[]) => {
      for (const fact of facts) await bench.take([fact]);
    };
    const { leads, publishes } = happening;
    const same = { kept: [], knows: leads.to, published: publishes };
    const outcome = async () => ({
      kept: await bench.unsettled(companyId),
      knows: await bench.look(companyId, leads.by),
      published: await bench.published(companyId),
    });

    it('comes out of facts that come one by one', async () => {
      await begin();
      await oneByOne(told);
      expect(await outcome()).toEqual(same);
    });

    it('comes out of facts that come all at once, several of a stream and several of a row', async () => {
      await begin();
      await bench.take(told);
      expect(await outcome()).toEqual(same);
    });

    it('comes out of facts that come twice, together and alone', async () => {
      await begin();
      await bench.take([...told, ...told]);
      await bench.take(told);
      await oneByOne(told);
      expect(await outcome()).toEqual(same);
    });

    it('comes out of facts whose transactions fail before their commit', async () => {
      await begin();
      try {
        for (const fact of told) {
          armFailpoints('consume.before-commit=throw:40001@1');
          await bench.take([fact]);
        }
      } finally {
        armFailpoints(undefined);
      }
      expect(await outcome()).toEqual(same);
    });

    it('comes out of facts that two processes take at once, without a deadlock', async () => {
      await begin();
      const reported = bench.reports.length;
      const streams = [...new Set(told.map(({ stream }) => stream))];
      const half = (which: number) => told.filter(({ stream }) => streams.indexOf(stream) % 2 === which);
      await Promise.all([bench.take(half(0)), bench.take(half(1)), bench.take(told)]);
      await settle(bench, companyId);
      expect(await outcome()).toEqual(same);
      const deadlocks = bench.reports.slice(reported).filter((report) => 'error' in report && /deadlock/.test(String(report.error)));
      expect(deadlocks).toEqual([]);
    });

    it.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))('comes out of facts whose streams come in any order (seed %i)', async (seed) => {
      await begin();
      await oneByOne(interleaved(told, new Random(seed)));
      await settle(bench, companyId);
      expect(await outcome()).toEqual(same);
    });
  });
}

/** What began to wait in one process while the other brought it is found by the sweep. */
async function settle(bench: ServiceBench, companyId: string): Promise<void> {
  for (let looks = 0; looks < 20 && (await bench.unsettled(companyId)).length > 0; looks += 1) await bench.sweep();
}

/** The same facts, each stream in its own order, the streams mixed by chance. */
function interleaved(told: readonly Told[], random: Random): Told[] {
  const left = [...Map.groupBy(told, ({ stream }) => stream).values()];
  const mixed: Told[] = [];
  while (left.length > 0) {
    const at = random.below(left.length);
    mixed.push(left[at]!.shift()!);
    if (left[at]!.length === 0) left.splice(at, 1);
  }
  return mixed;
}
