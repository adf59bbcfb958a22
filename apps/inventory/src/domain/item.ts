import type { ItemKind, ItemStateV1, TaxCategory } from '@millrace/contracts';
import { Quantity } from '@millrace/kernel';

/** Something that is stocked and sold, or a service that is only sold. SKU and kind never change. */
export class Item {
  companyId!: string;
  id!: string;
  sku!: string;
  name!: string;
  kind!: ItemKind;
  /** The stock unit. */
  unit!: string;
  /** Other units, each with the number of stock units in one of it. */
  units!: readonly Readonly<{ unit: string; factor: string }>[];
  taxCategory!: TaxCategory;
  active!: boolean;
  createdAt!: Date;
  version!: number;

  /** Stock units in one of a unit; undefined for a unit that the item does not have. */
  factorOf(unit: string): Quantity | undefined {
    if (unit === this.unit) return Quantity.of(1);
    const found = this.units.find((each) => each.unit === unit);
    return found && Quantity.of(found.factor);
  }

  /** The whole item for those who copy it. */
  state(): ItemStateV1 {
    const { id: itemId, sku, name, kind, unit, units, taxCategory, active } = this;
    return { itemId, sku, name, kind, unit, units, taxCategory, active };
  }
}
