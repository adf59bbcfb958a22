import { groupBy } from '@millrace/kernel';
import type { Delivery } from './ports.js';

/** Deliveries of one consumer and one company in which a stream occurs once: they share a transaction. */
export type Group = Readonly<{ consumer: string; companyId: string | null; deliveries: readonly Delivery[] }>;

/**
 * Cuts what was gathered into waves, and each wave into groups.
 *
 * A consumer's second event of a stream is in the second wave and so on, so that every event is loaded after the one
 * before it was committed. Streams have no order among each other.
 */
export function cutIntoWaves(deliveries: readonly Delivery[]): Group[][] {
  const seen = new Map<string, number>();
  const waves: Delivery[][] = [];
  for (const delivery of deliveries) {
    const stream = `${delivery.consumer} ${delivery.position.topic} ${delivery.position.key}`;
    const wave = seen.get(stream) ?? 0;
    seen.set(stream, wave + 1);
    (waves[wave] ??= []).push(delivery);
  }
  return waves.map(intoGroups);
}

function intoGroups(wave: readonly Delivery[]): Group[] {
  return [...groupBy(wave, (each) => `${each.consumer} ${each.companyId}`).values()].map((deliveries) => ({
    consumer: deliveries[0]!.consumer,
    companyId: deliveries[0]!.companyId,
    deliveries,
  }));
}
