import { StockAdjusted, type StockAdjustedLineV1 } from '@millrace/contracts';
import { type Decimal, type LocalDate, Money, type Refusal } from '@millrace/kernel';
import type { StockLine } from './document-line.js';
import type { Levels } from './levels.js';
import { isAmountTooLarge, whyShort, whyTooLarge } from './limits.js';
import { amountTooLarge } from './refusals.js';
import type { Reservation } from './reservation.js';
import { takeBackFromYoungest } from './serve-waiting.js';
import type { StockLevel } from './stock-level.js';
import { stockMove, type StockMove } from './stock-move.js';

/** Stock that was found or lost. */
export class StockAdjustment {
  companyId!: string;
  id!: string;
  locationId!: string;
  reason!: string;
  reference!: string | null;
  adjustedOn!: LocalDate;
  currency!: string;
  gainTotal!: Decimal;
  lossTotal!: Decimal;
  lineCount!: number;
  recordedAt!: Date;
}

export type AdjustmentDetails = Readonly<{
  companyId: string;
  adjustmentId: string;
  locationId: string;
  lossLocationId: string;
  reason: string;
  reference?: string;
  adjustedOn: LocalDate;
  currency: string;
  now: Date;
}>;

export type Adjusted = Readonly<{
  adjustment: StockAdjustment;
  moves: readonly StockMove[];
  fact: ReturnType<typeof StockAdjusted.of>;
  /** Orders that lost what was held for them. */
  losers: ReadonlySet<Reservation>;
  /** Levels in which something was found. */
  gained: ReadonlySet<StockLevel>;
}>;

/**
 * Books what was found at the cost that is given with it, else at the moving average, and what was lost at the moving
 * average. A line for a service moves nothing.
 *
 * A loss takes free stock first; when that is not enough, the youngest orders lose what is held for them and wait again.
 *
 * @returns The refusal `stock-short` when more is lost than is there, `stock-short-on-date` when it was not there on some
 *   day since, `quantity-too-large` or `amount-too-large` when the books cannot hold it; with nothing changed.
 */
export function adjustStock(
  lines: readonly StockLine[],
  holders: (level: StockLevel) => readonly Reservation[],
  levels: Levels,
  details: AdjustmentDetails,
): Adjusted | Refusal {
  const { companyId, adjustmentId, locationId, lossLocationId, adjustedOn, currency, now } = details;
  const refused = tryOut(lines, levels, details);
  if (refused) return refused;
  const losers = new Set<Reservation>();
  const gained = new Set<StockLevel>();
  const moves: StockMove[] = [];
  const told: StockAdjustedLineV1[] = [];
  for (const [index, { item, quantity, cost, costGiven }] of lines.entries()) {
    if (item.kind !== 'stocked') continue;
    const level = levels.of(item.id, locationId);
    const common = { companyId, itemId: item.id, documentId: adjustmentId, lineNo: index + 1, documentOn: adjustedOn, recordedAt: now };
    if (quantity.isPositive()) {
      const given = costGiven ? cost : level.worthOf(quantity, currency);
      level.receive(quantity, given, adjustedOn);
      gained.add(level);
      moves.push(stockMove({ ...common, from: lossLocationId, to: locationId, quantity, cost: given, kind: 'gain' }));
      told.push({ itemId: item.id, quantity: `${quantity}`, cost: `${given}` });
    } else {
      const lost = quantity.abs();
      if (lost.isMoreThan(level.availableToPromise)) for (const loser of takeBackFromYoungest(level, holders(level), lost)) losers.add(loser);
      const fixed = level.issue(lost, currency, adjustedOn);
      moves.push(stockMove({ ...common, from: locationId, to: lossLocationId, quantity: lost, cost: fixed, kind: 'loss' }));
      told.push({ itemId: item.id, quantity: `${quantity}`, cost: `${fixed.negated()}` });
    }
  }
  const total = (positive: boolean) =>
    Money.sum(
      told
        .map((line) => Money.of(line.cost, currency))
        .filter((cost) => cost.isPositive() === positive)
        .map((cost) => cost.abs()),
      currency,
    );
  const [gainTotal, lossTotal] = [total(true), total(false)];
  const adjustment = Object.assign(new StockAdjustment(), {
    companyId,
    id: adjustmentId,
    locationId,
    reason: details.reason,
    reference: details.reference ?? null,
    adjustedOn,
    currency,
    gainTotal: gainTotal.toDecimal(),
    lossTotal: lossTotal.toDecimal(),
    lineCount: lines.length,
    recordedAt: now,
  });
  const fact = StockAdjusted.of({ adjustmentId, adjustedOn, currency, gainTotal: `${gainTotal}`, lossTotal: `${lossTotal}`, lines: told });
  return { adjustment, moves, fact, losers, gained };
}

/** The lines one after the other on a copy of the stock: why they cannot be booked, if they cannot. */
function tryOut(lines: readonly StockLine[], levels: Levels, { locationId, adjustedOn, currency }: AdjustmentDetails): Refusal | undefined {
  const tried = new Map<string, StockLevel>();
  const totals = { gain: Money.zero(currency), loss: Money.zero(currency) };
  for (const { item, quantity, cost, costGiven } of lines) {
    if (item.kind !== 'stocked') continue;
    const level = tried.get(item.id) ?? levels.of(item.id, locationId).copy();
    tried.set(item.id, level);
    if (quantity.isPositive()) {
      const given = costGiven ? cost : level.worthOf(quantity, currency);
      level.receive(quantity, given, adjustedOn);
      totals.gain = totals.gain.plus(given);
      const tooLarge = whyTooLarge(level, item.sku);
      if (tooLarge) return tooLarge;
    } else {
      const short = whyShort(level, item.sku, quantity.abs(), level.onHand, adjustedOn);
      if (short) return short;
      totals.loss = totals.loss.plus(level.issue(quantity.abs(), currency, adjustedOn));
    }
  }
  return isAmountTooLarge(totals.gain) || isAmountTooLarge(totals.loss) ? amountTooLarge : undefined;
}
