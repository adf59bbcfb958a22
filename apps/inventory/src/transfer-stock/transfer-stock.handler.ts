import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import type { Item } from '../domain/item.js';
import { companyNotReady, locationUnknown } from '../domain/refusals.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import { transferStock } from '../domain/transfer-stock.js';
import { type CompanyPlaces, CompanyRepository } from '../persistence/company.repository.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type StockBook, StockRepository } from '../persistence/stock-book.js';
import type { TransferDto, TransferStockDto } from './transfer-stock.dto.js';

type Transfer = Command<TransferStockDto>;
type Loaded = Readonly<{ places: CompanyPlaces; items: ReadonlyMap<string, Item>; book: StockBook }>;

/** Moves free stock between locations; what arrives where orders ship from goes to those who wait. */
@Injectable()
export class TransferStockHandler implements CommandHandler<TransferStockDto, Loaded | undefined, TransferDto> {
  readonly name = 'transfer-stock';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly items: ItemRepository,
    private readonly stock: StockRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Transfer[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const skus = commands.flatMap(({ request }) => request.lines.map((line) => line.sku));
    const locationIds = commands.flatMap(({ request }) => [request.fromLocationId, request.toLocationId]);
    const [places, items] = await Promise.all([this.companies.places(tx, companyId, locationIds), this.items.bySku(tx, companyId, skus)]);
    if (!places) return undefined;
    const levels = commands.flatMap(({ request: { fromLocationId, toLocationId, lines } }) => {
      if (!places.isStorage(fromLocationId) || !places.isStorage(toLocationId)) return [];
      const ids = lines.flatMap(({ sku }) => items.get(sku)?.id ?? []);
      return ids.flatMap((itemId) => [
        { itemId, locationId: fromLocationId },
        { itemId, locationId: toLocationId },
      ]);
    });
    return { places, items, book: await this.stock.lock(tx, { companyId, orderIds: [], levels, others: 'waiting' }) };
  }

  handle(command: Transfer, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<TransferDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const { fromLocationId: from, toLocationId: to } = request;
    const shipping = shippingContext(places, this.clock);
    if (from === to || !places.isStorage(from) || !places.isStorage(to)) return locationUnknown;
    const transferredOn = documentDate(request.transferredOn, shipping.today, command.can('inventory.stock.backdate'));
    if (isRefusal(transferredOn)) return transferredOn;
    const lines = stockLines(request.lines, items, shipping.currency);
    if (isRefusal(lines)) return lines;
    const result = transferStock(lines, book, { companyId, transferId: newId(), from, to, transferredOn, currency: shipping.currency, now: shipping.now });
    if (isRefusal(result)) return result;
    book.addMoves(result.moves);
    tx.insert(result.transfer);
    const levels = new Set(result.moves.map((move) => book.of(move.itemId, to)));
    const { facts, dispatches } = serveAndShip(levels, (level) => book.with(level, 'waiting'), book, transferredOn, shipping);
    for (const dispatch of dispatches) book.addDispatch(dispatch);
    for (const each of facts) tx.publish(each, command);
    return { transferId: result.transfer.id, transferredOn };
  }
}
