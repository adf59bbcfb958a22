import type { Allocated } from '../domain/allocation.js';
import type { Payment } from '../domain/payment.js';
import { showAllocations } from './allocation.view.js';
import type { PaymentDto, RegisteredPaymentDto } from './payment.dto.js';

export function showPayment(payment: Payment): PaymentDto {
  return {
    paymentId: payment.id,
    number: payment.number,
    customerId: payment.customerId,
    reference: payment.reference ?? undefined,
    receivedOn: payment.receivedOn,
    currency: payment.currency,
    amount: `${payment.money(payment.amount)}`,
    onAccount: `${payment.money(payment.openAmount)}`,
    version: payment.version,
  };
}

export function showAllocated(payment: Payment, allocated: readonly Allocated[]): RegisteredPaymentDto {
  return { ...showPayment(payment), allocations: showAllocations(allocated, payment.currency) };
}
