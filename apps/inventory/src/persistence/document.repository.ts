import type { ReceiptKind } from '@millrace/contracts';
import type { LocalDate } from '@millrace/kernel';
import { AmountType, defineEntity, p } from '@millrace/persistence';
import { StockAdjustment } from '../domain/adjust-stock.js';
import { Receipt } from '../domain/receive-goods.js';
import { StockTransfer } from '../domain/transfer-stock.js';

export const ReceiptSchema = defineEntity({
  class: Receipt,
  tableName: 'receipt',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.text().$type<ReceiptKind>(),
    locationId: p.uuid(),
    reference: p.text().nullable(),
    receivedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    totalCost: p.type(AmountType),
    lineCount: p.integer(),
    recordedAt: p.datetime(),
  },
});

export const StockAdjustmentSchema = defineEntity({
  class: StockAdjustment,
  tableName: 'stock_adjustment',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    locationId: p.uuid(),
    reason: p.text(),
    reference: p.text().nullable(),
    adjustedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    gainTotal: p.type(AmountType),
    lossTotal: p.type(AmountType),
    lineCount: p.integer(),
    recordedAt: p.datetime(),
  },
});

export const StockTransferSchema = defineEntity({
  class: StockTransfer,
  tableName: 'stock_transfer',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    fromLocationId: p.uuid(),
    toLocationId: p.uuid(),
    transferredOn: p.date().$type<LocalDate>(),
    recordedAt: p.datetime(),
  },
});
