import { Clock, type LocalDate } from '@millrace/kernel';
import type { Command, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Item } from '../domain/item.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import type { ShippingContext } from '../domain/ship-reservation.js';
import type { StockLevel } from '../domain/stock-level.js';
import { type CompanyPlaces, CompanyRepository } from './company.repository.js';
import { ItemRepository } from './item.repository.js';
import { type StockBook, StockRepository } from './stock-book.js';

/** What a stock document is written on: the company's places, the items that it names, and their stock, locked. */
export type OpenBook = Readonly<{ places: CompanyPlaces; items: ReadonlyMap<string, Item>; book: StockBook }>;

type Document = Readonly<{ lines: readonly Readonly<{ sku: string }>[] }>;

export type Opening<D> = Readonly<{
  /** Which orders may be touched: those that wait for the items, or those that hold them too. */
  others: 'waiting' | 'holding';
  /** The locations whose stock a document changes; none when it names one that is not there. */
  locationsOf: (document: D, places: CompanyPlaces) => readonly string[];
  /** The past date that a document is given, when it takes something out. */
  dateOf?: (document: D) => string | undefined;
  /** Locations that a document names by their id. */
  named?: readonly string[];
}>;

/** Where receipts, adjustments and transfers get their stock from, and what they leave to those who wait. */
@Injectable()
export class StockDesk {
  constructor(
    private readonly companies: CompanyRepository,
    private readonly items: ItemRepository,
    private readonly stock: StockRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined while the company is not known here yet. */
  async open<D extends Document>(
    tx: UnitOfWork,
    commands: readonly Command<D>[],
    { others, locationsOf, dateOf, named }: Opening<D>,
  ): Promise<OpenBook | undefined> {
    const { companyId } = commands[0]!;
    const skus = commands.flatMap(({ request }) => request.lines.map((line) => line.sku));
    const [places, items] = await Promise.all([this.companies.places(tx, companyId, named), this.items.bySku(tx, companyId, skus)]);
    if (!places) return undefined;
    const levels = commands.flatMap((command) => {
      const { request } = command;
      const ids = request.lines.flatMap(({ sku }) => items.get(sku)?.id ?? []);
      const since = command.can('inventory.stock.backdate') ? (dateOf?.(request) as LocalDate | undefined) : undefined;
      return locationsOf(request, places).flatMap((locationId) => ids.map((itemId) => ({ itemId, locationId, since })));
    });
    const today = this.clock.today(places.company.timeZone);
    return { places, items, book: await this.stock.lock(tx, { companyId, orderIds: [], levels, others, today }) };
  }
}

/** Gives what has come to those who wait for it, ships what may ship, and tells both. */
export function serveWaiters(
  levels: Iterable<StockLevel>,
  book: StockBook,
  on: LocalDate,
  shipping: ShippingContext,
  tx: UnitOfWork,
  cause: Command<unknown>,
): void {
  const { facts, dispatches } = serveAndShip(new Set(levels), (level) => book.with(level, 'waiting'), book, on, shipping);
  for (const dispatch of dispatches) book.addDispatch(dispatch);
  for (const fact of facts) tx.publish(fact, cause);
}
