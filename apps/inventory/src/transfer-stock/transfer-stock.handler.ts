import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import { refusalOfWarehouses } from '../domain/own-warehouses.js';
import { companyNotReady, locationUnknown } from '../domain/refusals.js';
import { transferStock } from '../domain/transfer-stock.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type OpenBook, serveWaiters, StockDesk } from '../persistence/stock-desk.js';
import type { TransferDto, TransferStockDto } from './transfer-stock.dto.js';

type Transfer = Command<TransferStockDto>;

/** Moves free stock between locations, on the way from house to house too; what arrives where orders ship from goes to those who wait. */
@Injectable()
export class TransferStockHandler implements CommandHandler<TransferStockDto, OpenBook | undefined, TransferDto> {
  readonly name = 'transfer-stock';

  constructor(
    private readonly desk: StockDesk,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Transfer[], tx: UnitOfWork): Promise<OpenBook | undefined> {
    const ends = ({ fromLocationId, toLocationId }: TransferStockDto) => [fromLocationId, toLocationId];
    return this.desk.open(tx, commands, {
      others: 'waiting',
      dateOf: ({ transferredOn }) => transferredOn,
      locationsOf: (request, places) => (ends(request).every((each) => places.holdsGoods(each)) ? ends(request) : []),
      named: commands.flatMap(({ request }) => ends(request)),
    });
  }

  handle(command: Transfer, loaded: OpenBook | undefined, tx: UnitOfWork): Outcome<TransferDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const { fromLocationId: from, toLocationId: to } = request;
    const shipping = shippingContext(places, this.clock);
    if (from === to || !places.holdsGoods(from) || !places.holdsGoods(to)) return locationUnknown;
    const ends = [from, to].map((each) => places.warehouseOf(each));
    const refusal = refusalOfWarehouses(command, 'inventory.stock.transfer', ends);
    if (refusal) return refusal;
    const transferredOn = documentDate(request.transferredOn, shipping.today, command.can('inventory.stock.backdate'));
    if (isRefusal(transferredOn)) return transferredOn;
    const lines = stockLines(request.lines, items, shipping.currency);
    if (isRefusal(lines)) return lines;
    const result = transferStock(lines, book, { companyId, transferId: newId(), from, to, transferredOn, currency: shipping.currency, now: shipping.now });
    if (isRefusal(result)) return result;
    book.addMoves(result.moves);
    tx.insert(result.transfer);
    const arrived = result.moves.map((move) => book.of(move.itemId, to));
    serveWaiters(arrived, book, transferredOn, shipping, tx, command);
    return { transferId: result.transfer.id, transferredOn };
  }
}
