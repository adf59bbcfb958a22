import { WarehouseOpened } from '@millrace/contracts';

/**
 * Kinds of places: goods are ours in `storage`, and in `transit` on their way from one storage to another; all others are
 * where goods come from and go to, so that every move has two ends and the sum over all places is nothing. Losses may go
 * to a place of their own, such as one for scrap.
 */
export const LOCATION_KINDS = ['storage', 'customer', 'supplier', 'opening', 'inventory-loss', 'transit'] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

/** Goods can be there, counted and worth something. */
export const isInside = (kind: LocationKind) => kind === 'storage' || kind === 'transit';

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

/** The places outside the house that every company has one of, with the kind in capitals as its code. */
export const VIRTUAL_LOCATIONS = ['customer', 'supplier', 'opening', 'inventory-loss'] as const;
export type VirtualLocation = (typeof VIRTUAL_LOCATIONS)[number];

/** Ids of a company's virtual locations. */
export type VirtualLocations = Readonly<Record<VirtualLocation, string>>;
