import type { RetailDocument } from './retail-file.js';

/**
 * Keeps the order that stock needs: a document that takes goods out waits until every earlier one that brings some of
 * its items in has done so. Documents must be added in their order.
 */
export class GoodsOrder {
  private readonly incoming = new Map<string, Set<Promise<void>>>();

  /** @returns What to wait for before the document may begin, and what to call when its goods are on hand. */
  add(document: RetailDocument): { ready: Promise<unknown>; arrived: () => void } {
    const skus = (wanted: boolean) => [
      ...new Set(document.lines.filter((line) => line.isStocked && brings(document, line.quantity) === wanted).map((line) => line.sku)),
    ];
    const [bringing, taking] = [skus(true), skus(false)];
    const ready = Promise.all(taking.flatMap((sku) => [...(this.incoming.get(sku) ?? [])]));
    if (document.kind === 'bad-debt' || bringing.length === 0) return { ready, arrived: () => {} };
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const sku of bringing) this.incoming.set(sku, (this.incoming.get(sku) ?? new Set()).add(promise));
    const arrived = () => {
      for (const sku of bringing) this.incoming.get(sku)!.delete(promise);
      resolve();
    };
    return { ready, arrived };
  }
}

function brings({ kind }: RetailDocument, quantity: number): boolean {
  return kind === 'return' || (kind === 'adjustment' && quantity > 0);
}
