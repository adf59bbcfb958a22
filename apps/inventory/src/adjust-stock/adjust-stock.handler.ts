import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { adjustStock } from '../domain/adjust-stock.js';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import type { Item } from '../domain/item.js';
import { companyNotReady, warehouseUnknown } from '../domain/refusals.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import { type CompanyPlaces, CompanyRepository } from '../persistence/company.repository.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type StockBook, StockRepository } from '../persistence/stock-book.js';
import type { AdjustmentDto, AdjustStockDto } from './adjust-stock.dto.js';

type Adjust = Command<AdjustStockDto>;
type Loaded = Readonly<{ places: CompanyPlaces; items: ReadonlyMap<string, Item>; book: StockBook }>;

/** Books what was found and lost; what was found goes to those who wait, what was lost is taken from the youngest orders last. */
@Injectable()
export class AdjustStockHandler implements CommandHandler<AdjustStockDto, Loaded | undefined, AdjustmentDto> {
  readonly name = 'adjust-stock';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly items: ItemRepository,
    private readonly stock: StockRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Adjust[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const skus = commands.flatMap(({ request }) => request.lines.map((line) => line.sku));
    const [places, items] = await Promise.all([this.companies.places(tx, companyId), this.items.bySku(tx, companyId, skus)]);
    if (!places) return undefined;
    const levels = commands.flatMap(({ request }) => {
      const locationId = places.stockLocation(request.warehouseId);
      return locationId ? request.lines.flatMap(({ sku }) => (items.has(sku) ? [{ itemId: items.get(sku)!.id, locationId }] : [])) : [];
    });
    return { places, items, book: await this.stock.lock(tx, { companyId, orderIds: [], levels, others: 'holding' }) };
  }

  handle(command: Adjust, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<AdjustmentDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const shipping = shippingContext(places, this.clock);
    const locationId = places.stockLocation(request.warehouseId);
    if (!locationId) return warehouseUnknown;
    const adjustedOn = documentDate(request.adjustedOn, shipping.today, command.can('inventory.stock.backdate'));
    if (isRefusal(adjustedOn)) return adjustedOn;
    const lines = stockLines(request.lines, items, shipping.currency, 'allowed');
    if (isRefusal(lines)) return lines;

    const details = {
      companyId,
      adjustmentId: newId(),
      locationId,
      lossLocationId: places.virtual['inventory-loss'],
      reason: request.reason,
      reference: request.reference,
      adjustedOn,
      currency: shipping.currency,
      now: shipping.now,
    };
    const adjusted = adjustStock(lines, (level) => book.with(level, 'reserved'), book, details);
    if (isRefusal(adjusted)) return adjusted;
    book.addMoves(adjusted.moves);
    tx.insert(adjusted.adjustment);
    tx.publish(adjusted.fact, command);
    for (const loser of adjusted.losers) tx.publish(loser.told(adjustedOn), command);

    const { facts, dispatches } = serveAndShip(adjusted.gained, (level) => book.with(level, 'waiting'), book, adjustedOn, shipping);
    for (const dispatch of dispatches) book.addDispatch(dispatch);
    for (const each of facts) tx.publish(each, command);
    const { gainTotal, lossTotal, currency } = adjusted.fact.data;
    return { adjustmentId: details.adjustmentId, adjustedOn, currency, gainTotal, lossTotal };
  }
}
