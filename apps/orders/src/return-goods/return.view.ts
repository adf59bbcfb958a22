import { Money } from '@millrace/kernel';
import type { SalesReturn } from '../domain/sales-return.js';
import type { ReturnDto } from './return-goods.dto.js';

export function showReturn(each: SalesReturn): ReturnDto {
  return {
    returnId: each.id,
    number: each.number,
    reference: each.reference ?? undefined,
    salesOrderId: each.orderId ?? undefined,
    customerId: each.customerId,
    status: each.status,
    settlement: each.settlement,
    documentOn: each.documentOn,
    currency: each.currency,
    creditNoteId: each.creditNoteId ?? undefined,
    creditNoteNumber: each.creditNoteNumber ?? undefined,
    grossTotal: each.grossTotal ? `${Money.of(each.grossTotal, each.currency)}` : undefined,
    refundedTotal: `${Money.of(each.refundedTotal, each.currency)}`,
    silentSince: each.silentSince?.toISOString(),
    version: each.version,
    lines: (each.lines ?? []).map((line) => ({ lineNo: line.lineNo, orderLineNo: line.orderLineNo ?? undefined, sku: line.sku, quantity: `${line.quantity}` })),
  };
}
