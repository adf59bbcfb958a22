import type { Allocated, Payment } from '../domain/payment.js';
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
  return {
    ...showPayment(payment),
    allocations: allocated.map(({ invoice, amount }) => ({ customerInvoiceId: invoice.id, amount: `${payment.money(amount)}` })),
  };
}
