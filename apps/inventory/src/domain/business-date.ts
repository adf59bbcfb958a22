import { type LocalDate, type Refusal } from '@millrace/kernel';
import { backdateForbidden, dateInFuture } from './refusals.js';

/** The date of a stock document: today, or an earlier one for those who may say so. */
export function documentDate(given: string | undefined, today: LocalDate, mayBackdate: boolean): LocalDate | Refusal {
  if (given === undefined || given === today) return today;
  if (given > today) return dateInFuture;
  return mayBackdate ? (given as LocalDate) : backdateForbidden;
}
