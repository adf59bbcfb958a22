import { Money } from '@millrace/kernel';
import type { Allocated } from '../domain/allocation.js';
import type { AllocationDto } from './allocation.dto.js';

export function showAllocations(allocated: readonly Allocated[], currency: string): AllocationDto[] {
  return allocated.map(({ debit, amount }) => ({
    [debit.debitKind === 'invoice' ? 'customerInvoiceId' : 'adjustmentId']: debit.id,
    amount: `${Money.of(amount, currency)}`,
  }));
}
