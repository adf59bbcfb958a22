import type { Allocated } from '../domain/allocation.js';
import type { CreditNote } from '../domain/credit-note.js';
import { showAllocations } from './allocation.view.js';
import type { AllocatedCreditNoteDto, CreditNoteDto } from './credit-note.dto.js';

export function showCreditNote(note: CreditNote): CreditNoteDto {
  const { id: creditNoteId, number, customerId, customerName, returnId, orderId, documentOn, postedOn, currency, version } = note;
  const money = (amount: CreditNote['netTotal']) => `${note.money(amount)}`;
  return {
    creditNoteId,
    number,
    customerId,
    customerName,
    returnId,
    salesOrderId: orderId ?? undefined,
    documentOn,
    postedOn,
    currency,
    netTotal: money(note.netTotal),
    taxTotal: money(note.taxTotal),
    grossTotal: money(note.grossTotal),
    openAmount: money(note.openAmount),
    version,
  };
}

export function showAllocatedNote(note: CreditNote, allocated: readonly Allocated[]): AllocatedCreditNoteDto {
  return { ...showCreditNote(note), allocations: showAllocations(allocated, note.currency) };
}
