import { Money } from '@millrace/kernel';
import type { Refund } from '../domain/refund.js';
import type { RefundDto } from './refund.dto.js';

export function showRefund({ id: refundId, number, customerId, creditNoteId, paymentId, adjustmentId, sentOn, currency, amount }: Refund): RefundDto {
  return {
    refundId,
    number,
    customerId,
    paymentId: paymentId ?? undefined,
    creditNoteId: creditNoteId ?? undefined,
    adjustmentId: adjustmentId ?? undefined,
    sentOn,
    currency,
    amount: `${Money.of(amount, currency)}`,
  };
}
