import type { ItemKind, TaxCategory } from '@millrace/contracts';
import { type Decimal, type LocalDate, Quantity } from '@millrace/kernel';

/** What orders knows of inventory's items. */
export class ItemCopy {
  companyId!: string;
  itemId!: string;
  sku!: string;
  name!: string;
  kind!: ItemKind;
  unit!: string;
  units!: readonly Readonly<{ unit: string; factor: string }>[];
  taxCategory!: TaxCategory;
  active!: boolean;
  sequence!: number;

  /** Stock units in one of a unit; undefined for a unit that the item does not have. */
  factorOf(unit: string): Quantity | undefined {
    if (unit === this.unit) return Quantity.of(1);
    const found = this.units.find((each) => each.unit === unit);
    return found && Quantity.of(found.factor);
  }
}

/** Price of one stock unit from a day on, without tax, in the company's currency. */
export class ItemPrice {
  companyId!: string;
  itemId!: string;
  validFrom!: LocalDate;
  unitPrice!: Decimal;
  currency!: string;
  version!: number;
}

/** A warehouse that inventory has opened. */
export class WarehouseCopy {
  companyId!: string;
  warehouseId!: string;
  code!: string;
  name!: string;
  sequence!: number;
}

/** What orders knows of a company. */
export class CompanyCopy {
  companyId!: string;
  country!: string;
  timeZone!: string;
  baseCurrency!: string;
  sequence!: number;
}
