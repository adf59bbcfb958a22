import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import { refusalOfWarehouses } from '../domain/own-warehouses.js';
import { receiveGoods } from '../domain/receive-goods.js';
import { companyNotReady, warehouseUnknown } from '../domain/refusals.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type OpenBook, serveWaiters, StockDesk } from '../persistence/stock-desk.js';
import type { ReceiptDto, ReceiveGoodsDto } from './receive-goods.dto.js';

type Receive = Command<ReceiveGoodsDto>;

/** Brings goods in, and gives them at once to those who wait for them. */
@Injectable()
export class ReceiveGoodsHandler implements CommandHandler<ReceiveGoodsDto, OpenBook | undefined, ReceiptDto> {
  readonly name = 'receive-goods';

  constructor(
    private readonly desk: StockDesk,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Receive[], tx: UnitOfWork): Promise<OpenBook | undefined> {
    return this.desk.open(tx, commands, {
      others: 'waiting',
      locationsOf: ({ warehouseId }, places) => [places.stockLocation(warehouseId)].filter((each) => each !== undefined),
    });
  }

  handle(command: Receive, loaded: OpenBook | undefined, tx: UnitOfWork): Outcome<ReceiptDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const shipping = shippingContext(places, this.clock);
    const locationId = places.stockLocation(request.warehouseId);
    if (!locationId) return warehouseUnknown;
    const refusal = refusalOfWarehouses(command, 'inventory.stock.receive', [places.warehouseOf(locationId)]);
    if (refusal) return refusal;
    const receivedOn = documentDate(request.receivedOn, shipping.today, command.can('inventory.stock.backdate'));
    if (isRefusal(receivedOn)) return receivedOn;
    const lines = stockLines(request.lines, items, shipping.currency);
    if (isRefusal(lines)) return lines;

    const fromLocationId = request.kind === 'opening' ? places.virtual.opening : places.virtual.supplier;
    const details = {
      companyId,
      receiptId: newId(),
      kind: request.kind,
      locationId,
      fromLocationId,
      reference: request.reference,
      receivedOn,
      currency: shipping.currency,
      now: shipping.now,
    };
    const received = receiveGoods(lines, book, details);
    if (isRefusal(received)) return received;
    const { receipt, moves, fact } = received;
    book.addMoves(moves);
    tx.insert(receipt);
    tx.publish(fact, command);

    const arrived = moves.map((move) => book.of(move.itemId, locationId));
    serveWaiters(arrived, book, receivedOn, shipping, tx, command);
    return { receiptId: receipt.id, kind: receipt.kind, receivedOn, currency: receipt.currency, totalCost: fact.data.totalCost };
  }
}
