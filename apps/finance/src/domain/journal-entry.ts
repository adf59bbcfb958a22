import { assert, Decimal, type LocalDate, Money, newId } from '@millrace/kernel';
import type { AccountRoleName } from './chart.js';
import type { PostingDate } from './period.js';

/** Sales, stock, bank, wages, general: each with gapless numbers in a fiscal year and a chain of seals. */
export const JOURNALS = ['SAL', 'STK', 'BNK', 'WAG', 'GEN'] as const;
export type Journal = (typeof JOURNALS)[number];

/** What an entry tells of. Only `manual` and `opening` ones come from people. */
export const ENTRY_SOURCES = [
  'customer-invoice',
  'credit-note',
  'payment',
  'refund',
  'write-off',
  'write-off-reversal',
  'bad-debt',
  'receivable-opening',
  'shipment',
  'return',
  'receipt',
  'stock-adjustment',
  'payroll-run',
  'payroll-payment',
  'liability-settlement',
  'manual',
  'opening',
] as const;
export type EntrySource = (typeof ENTRY_SOURCES)[number];

/** A balanced set of lines. Final once it is posted: a mistake is mended by an entry that reverses it. */
export class JournalEntry {
  companyId!: string;
  id!: string;
  journal!: Journal;
  fiscalYear!: number;
  number!: number;
  /** The date in whose period it counts. */
  postedOn!: LocalDate;
  /** The date on the paper. */
  documentOn!: LocalDate;
  recordedAt!: Date;
  source!: EntrySource;
  sourceId!: string;
  description!: string;
  reversesId!: string | null;
  lines: JournalLine[] = [];
}

export class JournalLine {
  companyId!: string;
  entryId!: string;
  lineNo!: number;
  accountCode!: string;
  /** By which its account was found when it was posted; none where a person named the account. */
  role!: AccountRoleName | null;
  /** In the company's base currency. */
  debit!: Decimal;
  credit!: Decimal;
  /** The currency of the document, and the signed amount in it; debits are positive. */
  currency!: string;
  amount!: Decimal;
  /** Base currency for one unit of the document's. */
  rate!: Decimal;
  partyId!: string | null;
  costCentre!: string | null;
  text!: string | null;
}

/** A line before it has an account, unless it is named: a debit above zero, a credit below. */
export type DraftLine = Readonly<{ role?: AccountRoleName; account?: string; amount: Money; partyId?: string; costCentre?: string; text?: string }>;

export type Draft = Readonly<{
  journal: Journal;
  source: EntrySource;
  sourceId: string;
  description: string;
  date: PostingDate;
  recordedAt: Date;
  reversesId?: string;
  lines: readonly DraftLine[];
}>;

/**
 * Makes an entry of a draft. Lines of zero are left out; an entry of nothing is none.
 *
 * @param accountOf The account of each role, by configuration.
 * @throws InvariantBroken when debits and credits differ: who makes a draft must balance it.
 */
export function journalEntry(draft: Draft, companyId: string, accountOf: (role: AccountRoleName) => string): JournalEntry | undefined {
  const lines = draft.lines.filter((line) => !line.amount.isZero());
  if (lines.length === 0) return undefined;
  const balance = lines.reduce((sum, line) => sum.plus(line.amount.toDecimal()), new Decimal(0));
  assert(balance.isZero(), `${draft.source} ${draft.sourceId}: debits and credits differ by ${balance.toFixed()}`);
  const { journal, source, sourceId, description, date, recordedAt, reversesId } = draft;
  const entry = Object.assign(new JournalEntry(), {
    companyId,
    id: newId(),
    journal,
    fiscalYear: date.fiscalYear,
    number: 0,
    postedOn: date.postedOn,
    documentOn: date.documentOn,
    recordedAt,
    source,
    sourceId,
    description,
    reversesId: reversesId ?? null,
  });
  entry.lines = lines.map(({ role, account, amount, partyId, costCentre, text }, index) =>
    Object.assign(new JournalLine(), {
      companyId,
      entryId: entry.id,
      lineNo: index + 1,
      accountCode: account ?? accountOf(role!),
      role: role ?? null,
      debit: amount.isPositive() ? amount.toDecimal() : new Decimal(0),
      credit: amount.isNegative() ? amount.abs().toDecimal() : new Decimal(0),
      currency: amount.currency,
      amount: amount.toDecimal(),
      rate: new Decimal(1),
      partyId: partyId ?? null,
      costCentre: costCentre ?? null,
      text: text ?? null,
    }),
  );
  return entry;
}
