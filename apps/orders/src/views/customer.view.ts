import type { Customer } from '../domain/customer.js';
import type { CustomerDto } from './customer.dto.js';

export function showCustomer(customer: Customer): CustomerDto {
  return { ...customer.state(), reference: customer.reference ?? undefined, paymentTermDays: customer.paymentTermDays, version: customer.version };
}
