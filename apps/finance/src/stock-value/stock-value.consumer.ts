import { type EventOf, GoodsReceived, StockAdjusted } from '@millrace/contracts';
import { Clock, type LocalDate } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import { entryOfReceipt, entryOfStockAdjustment } from '../domain/stock-value.js';
import { type Ledger, LedgerRepository } from '../persistence/ledger.repository.js';

type Received = EventOf<typeof GoodsReceived>;
type Adjusted = EventOf<typeof StockAdjusted>;

/** The value of stock in the ledger, as far as it changes outside sales: what is received, found and lost. */
@Consumer('finance.stock-value')
export class StockValueConsumer {
  constructor(
    private readonly ledgers: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  load(events: readonly (Received | Adjusted)[], tx: UnitOfWork): Promise<Ledger | undefined> {
    return this.ledgers.openFor(
      tx,
      events,
      events.map(({ data }) => ('receivedOn' in data ? data.receivedOn : data.adjustedOn)),
    );
  }

  @Handles(GoodsReceived)
  received(event: Received, ledger: Ledger, tx: UnitOfWork): void {
    ledger.post(tx, entryOfReceipt(event.data, ledger.dateOfFact(event.data.receivedOn as LocalDate), this.clock.now()));
  }

  @Handles(StockAdjusted)
  adjusted(event: Adjusted, ledger: Ledger, tx: UnitOfWork): void {
    ledger.post(tx, entryOfStockAdjustment(event.data, ledger.dateOfFact(event.data.adjustedOn as LocalDate), this.clock.now()));
  }
}
