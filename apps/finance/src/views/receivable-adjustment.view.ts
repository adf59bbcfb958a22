import type { Allocated } from '../domain/allocation.js';
import type { ReceivableAdjustment } from '../domain/receivable-adjustment.js';
import { showAllocations } from './allocation.view.js';
import type { AllocatedAdjustmentDto, ReceivableAdjustmentDto } from './receivable-adjustment.dto.js';

export function showAdjustment(adjustment: ReceivableAdjustment): ReceivableAdjustmentDto {
  const { id: adjustmentId, number, kind, customerId, invoiceId, reason, adjustedOn, postedOn, currency, amount, openAmount, version } = adjustment;
  return {
    adjustmentId,
    number,
    kind,
    customerId,
    customerInvoiceId: invoiceId ?? undefined,
    reason,
    adjustedOn,
    postedOn,
    currency,
    amount: `${adjustment.money(amount)}`,
    openAmount: `${adjustment.money(openAmount)}`,
    version,
  };
}

export function showAllocatedAdjustment(adjustment: ReceivableAdjustment, allocated: readonly Allocated[]): AllocatedAdjustmentDto {
  return { ...showAdjustment(adjustment), allocations: showAllocations(allocated, adjustment.currency) };
}
