import { Decimal as BaseDecimal } from 'decimal.js';

/**
 * Exact decimal arithmetic for everything that is counted or paid. Sixty significant digits, so sums and products
 * of what the database can hold are exact; a division is rounded half away from zero at the sixtieth.
 */
export const Decimal = BaseDecimal.clone({ precision: 60, rounding: BaseDecimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = InstanceType<typeof Decimal>;

const PLAIN_DECIMAL = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,6})?$/;

/** A plain decimal: optional minus (not of zero), no leading zeros, at most 15 digits before and 6 after the point, no exponent. */
export function isDecimalString(value: unknown): value is string {
  return typeof value === 'string' && PLAIN_DECIMAL.test(value);
}
