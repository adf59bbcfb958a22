import { isRefusal, Money, newId, Refusal } from '@millrace/kernel';
import { personsAmount } from './business-date.js';
import type { LedgerAccount } from './chart.js';
import type { Draft, DraftLine, JournalEntry } from './journal-entry.js';
import type { PostingDate } from './period.js';
import { accountInactive, accountUnknown, controlAccount, entryUnbalanced, openingReceiptRequired, receivableOpening } from './refusals.js';

export const ENTRY_KINDS = ['manual', 'opening'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type EnteredLine = Readonly<{ account: string; debit?: string; credit?: string; partyId?: string; costCentre?: string; text?: string }>;

/** What an entry is about: the sum of its debits, which is that of its credits. */
export function debitTotalOf({ lines }: Pick<Draft, 'lines'>, currency: string): Money {
  return Money.sum(
    lines.filter(({ amount }) => amount.isPositive()).map(({ amount }) => amount),
    currency,
  );
}

const oneSide = new Refusal('line-sides', 'invalid', 'A line has either a debit or a credit.');

/**
 * An entry that a person makes: balanced, on accounts that are there, and not on control accounts unless it brings
 * their opening balances; those of receivables are documents, one for each customer, and inventory is opened by a receipt.
 */
export function manualEntry(
  entered: Readonly<{ kind: EntryKind; description: string; lines: readonly EnteredLine[] }>,
  accounts: ReadonlyMap<string, LedgerAccount>,
  currency: string,
  date: PostingDate,
  now: Date,
): Draft | Refusal {
  const lines: DraftLine[] = [];
  for (const line of entered.lines) {
    const taken = draftLine(line, entered.kind, accounts.get(line.account), currency);
    if (isRefusal(taken)) return taken;
    lines.push(taken);
  }
  const debit = debitTotalOf({ lines }, currency);
  const credit = debitTotalOf({ lines: lines.map((line) => ({ ...line, amount: line.amount.negated() })) }, currency);
  if (!debit.equals(credit)) return entryUnbalanced(`${debit}`, `${credit}`);
  return { journal: 'GEN', source: entered.kind, sourceId: newId(), description: entered.description, date, recordedAt: now, lines };
}

function draftLine(line: EnteredLine, kind: EntryKind, account: LedgerAccount | undefined, currency: string): DraftLine | Refusal {
  if (!account) return accountUnknown(line.account);
  if (!account.active) return accountInactive(line.account);
  if (account.control && kind !== 'opening') return controlAccount(line.account);
  if (account.control === 'receivable') return receivableOpening(line.account);
  if (account.control === 'inventory') return openingReceiptRequired(line.account);
  if ((line.debit === undefined) === (line.credit === undefined)) return oneSide;
  const amount = personsAmount(line.debit ?? line.credit!, undefined, currency);
  if (isRefusal(amount)) return amount;
  const { account: code, partyId, costCentre, text } = line;
  return { account: code, amount: line.debit === undefined ? amount.negated() : amount, partyId, costCentre, text };
}

/** The entry the other way round: every line on its other side, naming the entry that it mends. */
export function reversalOf(entry: JournalEntry, description: string, date: PostingDate, now: Date): Draft {
  return {
    journal: entry.journal,
    source: entry.source,
    sourceId: entry.sourceId,
    description,
    date,
    recordedAt: now,
    reversesId: entry.id,
    lines: entry.lines.map(({ accountCode, role, amount, currency, partyId, costCentre, text }) => ({
      account: accountCode,
      role: role ?? undefined,
      amount: Money.of(amount, currency).negated(),
      partyId: partyId ?? undefined,
      costCentre: costCentre ?? undefined,
      text: text ?? undefined,
    })),
  };
}
