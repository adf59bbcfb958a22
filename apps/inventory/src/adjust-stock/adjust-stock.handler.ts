import { Clock, isRefusal, newId, type Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { adjustStock } from '../domain/adjust-stock.js';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import { refusalOfWarehouses } from '../domain/own-warehouses.js';
import { companyNotReady, locationUnknown, warehouseUnknown } from '../domain/refusals.js';
import type { CompanyPlaces } from '../persistence/company.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type OpenBook, serveWaiters, StockDesk } from '../persistence/stock-desk.js';
import type { AdjustmentDto, AdjustStockDto } from './adjust-stock.dto.js';

type Adjust = Command<AdjustStockDto>;

/** Books what was found and lost; what was found goes to those who wait, what was lost is taken from the youngest orders last. */
@Injectable()
export class AdjustStockHandler implements CommandHandler<AdjustStockDto, OpenBook | undefined, AdjustmentDto> {
  readonly name = 'adjust-stock';

  constructor(
    private readonly desk: StockDesk,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Adjust[], tx: UnitOfWork): Promise<OpenBook | undefined> {
    return this.desk.open(tx, commands, {
      others: 'holding',
      dateOf: ({ adjustedOn }) => adjustedOn,
      locationsOf: (request, places) => [placeOf(request, places)].filter((each) => typeof each === 'string'),
      named: commands.flatMap(({ request: { locationId, lossLocationId } }) => [locationId, lossLocationId]).filter((each) => each !== undefined),
    });
  }

  handle(command: Adjust, loaded: OpenBook | undefined, tx: UnitOfWork): Outcome<AdjustmentDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const shipping = shippingContext(places, this.clock);
    const locationId = placeOf(request, places);
    if (isRefusal(locationId)) return locationId;
    const refusal = refusalOfWarehouses(command, 'inventory.stock.adjust', [places.warehouseOf(locationId)]);
    if (refusal) return refusal;
    const lossLocationId = request.lossLocationId ?? places.virtual['inventory-loss'];
    if (request.lossLocationId && !places.isForLosses(lossLocationId)) return locationUnknown;
    const adjustedOn = documentDate(request.adjustedOn, shipping.today, command.can('inventory.stock.backdate'));
    if (isRefusal(adjustedOn)) return adjustedOn;
    const lines = stockLines(request.lines, items, shipping.currency, 'allowed');
    if (isRefusal(lines)) return lines;

    const details = {
      companyId,
      adjustmentId: newId(),
      locationId,
      lossLocationId,
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

    serveWaiters(adjusted.gained, book, adjustedOn, shipping, tx, command);
    const { gainTotal, lossTotal, currency } = adjusted.fact.data;
    return { adjustmentId: details.adjustmentId, adjustedOn, currency, gainTotal, lossTotal };
  }
}

/** The place whose stock is adjusted. */
function placeOf({ warehouseId, locationId }: AdjustStockDto, places: CompanyPlaces): string | Refusal {
  if (locationId) return places.holdsGoods(locationId, warehouseId) ? locationId : locationUnknown;
  return places.stockLocation(warehouseId) ?? warehouseUnknown;
}
