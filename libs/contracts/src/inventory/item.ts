import { IsBoolean, IsIn } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsCode, IsId, IsLines, IsName, IsQuantity, IsSku } from '../rules.js';

/** `stocked` things are counted, reserved and moved; a `service` is only ever delivered and invoiced. */
export const ITEM_KINDS = ['stocked', 'service'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What tax rules are chosen by, beside date and country. */
export const TAX_CATEGORIES = ['standard', 'reduced', 'zero', 'exempt'] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

export class ItemUnitV1 {
  @IsCode() readonly unit!: string;
  /** How many stock units one of this unit is: a BOX of 12 has factor "12". */
  @IsQuantity() readonly factor!: string;
}

/** The whole item as it is now. */
export class ItemStateV1 {
  @IsId() readonly itemId!: string;
  @IsSku() readonly sku!: string;
  @IsName() readonly name!: string;
  @IsIn(ITEM_KINDS) readonly kind!: ItemKind;
  /** The unit it is stocked in, for example "PCE". */
  @IsCode() readonly unit!: string;
  /** Other units in which it is bought or sold. */
  @IsLines(() => ItemUnitV1, { min: 0, max: 20 }) readonly units!: readonly ItemUnitV1[];
  @IsIn(TAX_CATEGORIES) readonly taxCategory!: TaxCategory;
  /** Inactive items are kept and refused on new documents. */
  @IsBoolean() readonly active!: boolean;
}

const example: ItemStateV1 = {
  itemId: '0199a1b0-0000-7000-8000-000000000011',
  sku: '85123A',
  name: 'White hanging heart T-light holder',
  kind: 'stocked',
  unit: 'PCE',
  units: [{ unit: 'BOX', factor: '12' }],
  taxCategory: 'standard',
  active: true,
};

/**
 * An item was added to the catalogue.
 * Producer: inventory. Consumer: orders (copies it).
 */
export const ItemCreated = defineEvent({
  type: 'inventory.item-created',
  version: 1,
  topic: 'inventory.item',
  key: 'itemId',
  data: ItemStateV1,
  example,
});

/**
 * An item was renamed, given other units or another tax category, or (de)activated; its SKU and kind never change.
 * Producer: inventory. Consumer: orders (copies it).
 */
export const ItemChanged = defineEvent({
  type: 'inventory.item-changed',
  version: 1,
  topic: 'inventory.item',
  key: 'itemId',
  data: ItemStateV1,
  example: { ...example, name: 'White hanging heart holder', active: false },
});
