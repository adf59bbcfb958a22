import { createHash } from 'node:crypto';
import type { JournalEntry } from './journal-entry.js';

/** Written into every seal, so that the way of sealing can change without breaking old chains. */
export const SEAL_VERSION = 1;

/** The beginning of the chain of one journal in one fiscal year. */
export function genesis(companyId: string, journal: string, fiscalYear: number): string {
  return digest(['millrace', SEAL_VERSION, companyId, journal, fiscalYear]);
}

/**
 * The seal of an entry: SHA-256 over the seal before it and everything of the entry that must never change. Amounts are
 * plain decimals without trailing zeros, so that a database may write them as it likes.
 */
export function seal(previous: string, entry: JournalEntry): string {
  const { id, journal, fiscalYear, number, postedOn, documentOn, source, sourceId, description, reversesId } = entry;
  const lines = entry.lines.map((line) => [
    line.lineNo,
    line.accountCode,
    line.debit.toFixed(),
    line.credit.toFixed(),
    line.currency,
    line.amount.toFixed(),
    line.rate.toFixed(),
    line.partyId,
    line.costCentre,
    line.text,
  ]);
  return digest([previous, id, journal, fiscalYear, number, postedOn, documentOn, source, sourceId, description, reversesId, lines]);
}

function digest(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
