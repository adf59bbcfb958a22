import { WarehouseOpened } from '@millrace/contracts';

/**
 * Kinds of places: goods are in the house only in `storage` (and on the way in `transit`); all others are where goods
 * come from and go to, so that every move has two ends and the sum over all places is nothing.
 */
export const LOCATION_KINDS = ['storage', 'customer', 'supplier', 'opening', 'inventory-loss', 'transit'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

export class Location {
  companyId!: string;
  id!: string;
  /** For storage and transit. */
  warehouseId!: string | null;
  code!: string;
  kind!: LocationKind;
}

/** A house with one stock location, from which orders ship; its other storage is not promised to anybody. */
export class Warehouse {
  companyId!: string;
  id!: string;
  code!: string;
  name!: string;
  stockLocationId!: string;

  /** The fact that it was opened. */
  opened() {
    return WarehouseOpened.of({ warehouseId: this.id, code: this.code, name: this.name });
  }
}

/** The places outside the house that every company has one of. */
export const VIRTUAL_LOCATIONS = ['customer', 'supplier', 'opening', 'inventory-loss'] as const;
export type VirtualLocation = (typeof VIRTUAL_LOCATIONS)[number];

/** Ids of a company's virtual locations. */
export type VirtualLocations = Readonly<Record<VirtualLocation, string>>;
