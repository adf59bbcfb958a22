import type { LocalDate, Refusal } from '@millrace/kernel';
import { backdateForbidden, dateInFuture } from './refusals.js';

export type BusinessDate = Readonly<{ on: LocalDate; backdated: boolean }>;

/** The date of a document: today, or an earlier one for those who may say so. */
export function businessDate(given: string | undefined, today: LocalDate, mayBackdate: boolean, permission: string): BusinessDate | Refusal {
  if (given === undefined || given === today) return { on: today, backdated: false };
  if (given > today) return dateInFuture;
  return mayBackdate ? { on: given as LocalDate, backdated: true } : backdateForbidden(permission);
}
