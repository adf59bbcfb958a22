import { CreditNotePosted, type EventOf, type ReceivedEvent, RefundSent, ReturnReceived } from '@millrace/contracts';
import { assert } from '@millrace/kernel';
import { Consumer, Handles, type UnitOfWork } from '@millrace/messaging';
import type { SalesReturn } from '../domain/sales-return.js';
import { SalesReturnRepository } from '../persistence/sales-return.repository.js';

type Loaded = ReadonlyMap<string, SalesReturn>;

/** Carries a return from authorised to settled. */
@Consumer('orders.return')
export class FulfilReturnConsumer {
  constructor(private readonly returns: SalesReturnRepository) {}

  load(events: readonly ReceivedEvent[], tx: UnitOfWork): Promise<Loaded> {
    const ids = events.flatMap((event) => (event.data as { returnId?: string }).returnId ?? []);
    return this.returns.lock(tx, events[0]!.companyId, ids);
  }

  @Handles(ReturnReceived)
  received(event: EventOf<typeof ReturnReceived>, returns: Loaded): void {
    returnOf(event.data.returnId, returns).goodsReceived();
  }

  @Handles(CreditNotePosted)
  credited(event: EventOf<typeof CreditNotePosted>, returns: Loaded): void {
    returnOf(event.data.returnId, returns).credited(event.data);
  }

  /** A refund of money that was on account belongs to no return. */
  @Handles(RefundSent)
  refunded(event: EventOf<typeof RefundSent>, returns: Loaded): void {
    if (event.data.returnId) returnOf(event.data.returnId, returns).refunded(event.data.amount);
  }
}

function returnOf(returnId: string, returns: Loaded): SalesReturn {
  const found = returns.get(returnId);
  assert(found, `there is no return ${returnId}`);
  return found;
}
