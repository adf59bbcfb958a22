import type { ReturnSettlement } from '@millrace/contracts';
import { indexBy, type LocalDate, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, arrayLiteral, Database, defineEntity, p, PriceType, QuantityType, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type ReturnStatus, SalesReturn, SalesReturnLine } from '../domain/sales-return.js';
import { OrdersSettings } from '../orders-settings.js';
import { databaseNow } from './database-clock.js';

export const SalesReturnSchema = defineEntity({
  class: SalesReturn,
  tableName: 'sales_return',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    reference: p.text().nullable(),
    orderId: p.uuid().nullable(),
    customerId: p.uuid(),
    status: p.text().$type<ReturnStatus>(),
    settlement: p.text().$type<ReturnSettlement>(),
    documentOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    received: p.boolean(),
    creditNoteId: p.uuid().nullable(),
    creditNoteNumber: p.text().nullable(),
    grossTotal: p.type(AmountType).nullable(),
    refundDue: p.type(AmountType).nullable(),
    refundedTotal: p.type(AmountType),
    authorisedAt: p.datetime(),
    answerDueAt: p.datetime().nullable(),
    silentSince: p.datetime().nullable(),
    version: p.integer(),
  },
});

export const SalesReturnLineSchema = defineEntity({
  class: SalesReturnLine,
  tableName: 'sales_return_line',
  properties: {
    companyId: p.uuid().primary(),
    returnId: p.uuid().primary(),
    lineNo: p.integer().primary(),
    orderLineNo: p.integer().nullable(),
    itemId: p.uuid(),
    sku: p.text(),
    quantity: p.type(QuantityType),
    unitPrice: p.type(PriceType).nullable(),
    netAmount: p.type(AmountType).nullable(),
  },
});

const LOCK = statement('select * from sales_return where company_id = $1 and id = any($2::uuid[]) order by id for update');
const BY_ID = statement('select * from sales_return where company_id = $1 and id = $2');
const LINES = statement('select * from sales_return_line where company_id = $1 and return_id = $2 order by line_no');

@Injectable()
export class SalesReturnRepository {
  constructor(
    @Inject(Database) private readonly database: Database,
    private readonly settings: OrdersSettings,
  ) {}

  /** Returns to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, SalesReturn>> {
    const [rows, now] = await Promise.all([tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]), databaseNow(tx)]);
    const returns = rows.map((row) => tx.table(SalesReturn).read(row));
    const before = new Map(returns.map((each) => [each, each.awaited]));
    tx.beforeCommit(() => {
      for (const each of returns) {
        each.keepTime(before.get(each), this.settings.answerDueAt(now));
        each.version += 1;
        tx.touch(each.id);
      }
      tx.table(SalesReturn).update(
        tx,
        returns,
        'status',
        'received',
        'creditNoteId',
        'creditNoteNumber',
        'grossTotal',
        'refundDue',
        'refundedTotal',
        'answerDueAt',
        'silentSince',
        'version',
      );
    });
    return indexBy(returns, (each) => each.id);
  }

  byId(companyId: string, id: string): Promise<SalesReturn | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [[row], lines] = await Promise.all([
        tx.query<Record<string, unknown>>(BY_ID, [companyId, id]),
        tx.query<Record<string, unknown>>(LINES, [companyId, id]),
      ]);
      if (!row) return undefined;
      const found = tx.table(SalesReturn).read(row);
      found.lines = lines.map((line) => tx.table(SalesReturnLine).read(line));
      return found;
    });
  }
}
