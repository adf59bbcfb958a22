import { Decimal, type LocalDate, Money, type Refusal } from '@millrace/kernel';
import type { AccountRoleName } from './chart.js';
import type { Draft } from './journal-entry.js';
import type { PostingDate } from './period.js';
import { amountExceedsOpen } from './refusals.js';

/** What is owed to tax offices, insurers and staff, by the role of its account. */
export const LIABILITIES = { tax: 'tax-payable', 'payroll-tax': 'payroll-tax-payable', social: 'social-payable', wages: 'wages-payable' } as const;
export type LiabilityKind = keyof typeof LIABILITIES;
export const LIABILITY_KINDS = Object.keys(LIABILITIES) as LiabilityKind[];

/** A typed entry on a tax or wages account: what was paid for a time, or came back (below zero). */
export class LiabilitySettlement {
  companyId!: string;
  id!: string;
  number!: string;
  kind!: LiabilityKind;
  /** The time for which it was owed. */
  periodStartsOn!: LocalDate;
  periodEndsOn!: LocalDate;
  accountCode!: string;
  reference!: string | null;
  settledOn!: LocalDate;
  postedOn!: LocalDate;
  currency!: string;
  amount!: Decimal;
  entryId!: string;
  recordedAt!: Date;

  get money(): Money {
    return Money.of(this.amount, this.currency);
  }
}

/** The liability against bank. */
export function entryOfSettlement(settlement: LiabilitySettlement, date: PostingDate): Draft {
  const { id, kind, accountCode, periodStartsOn, periodEndsOn, recordedAt, money } = settlement;
  const role: AccountRoleName = LIABILITIES[kind];
  return {
    journal: 'BNK',
    source: 'liability-settlement',
    sourceId: id,
    description: `Settlement of ${kind} ${periodStartsOn} to ${periodEndsOn}`,
    date,
    recordedAt,
    lines: [
      { role, account: accountCode, amount: money },
      { role: 'bank', amount: money.negated() },
    ],
  };
}

/**
 * Net wages that were owed before the suite kept the books: payroll runs have payments of their own, so only what opening
 * entries brought can be settled, and only what was settled can come back.
 */
export class OpenedWages {
  constructor(
    private readonly opened: Decimal,
    private settled: Decimal,
  ) {}

  static none(): OpenedWages {
    return new OpenedWages(new Decimal(0), new Decimal(0));
  }

  settle(amount: Money): Refusal | undefined {
    const most = amount.isPositive() ? this.opened.minus(this.settled) : this.settled;
    if (amount.abs().toDecimal().greaterThan(most)) return amountExceedsOpen(`${Money.of(Decimal.max(most, 0), amount.currency)}`);
    this.settled = this.settled.plus(amount.toDecimal());
    return undefined;
  }
}
