import { Decimal, Quantity } from '@millrace/kernel';
import { Type } from '@mikro-orm/core';

/** `numeric(19,6)` as a Quantity. */
export class QuantityType extends Type<Quantity, string> {
  override convertToDatabaseValue(value: Quantity): string {
    return value.toString();
  }

  override convertToJSValue(value: string): Quantity {
    return Quantity.of(value);
  }

  override compareValues(a: string, b: string): boolean {
    return a === b;
  }

  override getColumnType(): string {
    return 'numeric(19,6)';
  }
}

/** `numeric(19,4)` as an exact Decimal; the currency stands in a column of its own. */
export class AmountType extends Type<Decimal, string> {
  override convertToDatabaseValue(value: Decimal): string {
    return value.toFixed();
  }

  override convertToJSValue(value: string): Decimal {
    return new Decimal(value);
  }

  override compareValues(a: string, b: string): boolean {
    return a === b;
  }

  override getColumnType(): string {
    return 'numeric(19,4)';
  }
}

/** `numeric(19,6)` as an exact Decimal: prices, rates and factors. */
export class PriceType extends AmountType {
  override getColumnType(): string {
    return 'numeric(19,6)';
  }
}
