import { Clock, isRefusal, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { documentDate } from '../domain/business-date.js';
import { stockLines } from '../domain/document-line.js';
import type { Item } from '../domain/item.js';
import { receiveGoods } from '../domain/receive-goods.js';
import { companyNotReady, warehouseUnknown } from '../domain/refusals.js';
import { serveAndShip } from '../domain/serve-and-ship.js';
import { type CompanyPlaces, CompanyRepository } from '../persistence/company.repository.js';
import { ItemRepository } from '../persistence/item.repository.js';
import { shippingContext } from '../persistence/shipping-context.js';
import { type StockBook, StockRepository } from '../persistence/stock-book.js';
import type { ReceiptDto, ReceiveGoodsDto } from './receive-goods.dto.js';

type Receive = Command<ReceiveGoodsDto>;
type Loaded = Readonly<{ places: CompanyPlaces; items: ReadonlyMap<string, Item>; book: StockBook }>;

/** Brings goods in, and gives them at once to those who wait for them. */
@Injectable()
export class ReceiveGoodsHandler implements CommandHandler<ReceiveGoodsDto, Loaded | undefined, ReceiptDto> {
  readonly name = 'receive-goods';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly items: ItemRepository,
    private readonly stock: StockRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Receive[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const skus = commands.flatMap(({ request }) => request.lines.map((line) => line.sku));
    const [places, items] = await Promise.all([this.companies.places(tx, companyId), this.items.bySku(tx, companyId, skus)]);
    if (!places) return undefined;
    const levels = commands.flatMap(({ request }) => {
      const locationId = places.stockLocation(request.warehouseId);
      return locationId ? request.lines.flatMap(({ sku }) => (items.has(sku) ? [{ itemId: items.get(sku)!.id, locationId }] : [])) : [];
    });
    return { places, items, book: await this.stock.lock(tx, { companyId, orderIds: [], levels, others: 'waiting' }) };
  }

  handle(command: Receive, loaded: Loaded | undefined, tx: UnitOfWork): Outcome<ReceiptDto> {
    if (!loaded) return companyNotReady;
    const { places, items, book } = loaded;
    const { request, companyId } = command;
    const shipping = shippingContext(places, this.clock);
    const locationId = places.stockLocation(request.warehouseId);
    if (!locationId) return warehouseUnknown;
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
    const { receipt, moves, fact } = receiveGoods(lines, book, details);
    book.addMoves(moves);
    tx.insert(receipt);
    tx.publish(fact, command);

    const levels = new Set(moves.map((move) => book.of(move.itemId, locationId)));
    const { facts, dispatches } = serveAndShip(levels, (level) => book.with(level, 'waiting'), book, receivedOn, shipping);
    for (const dispatch of dispatches) book.addDispatch(dispatch);
    for (const each of facts) tx.publish(each, command);
    return { receiptId: receipt.id, kind: receipt.kind, receivedOn, currency: receipt.currency, totalCost: fact.data.totalCost };
  }
}
