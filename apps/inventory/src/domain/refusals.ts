import { Refusal } from '@millrace/kernel';

export const companyNotReady = new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');

export const itemUnknown = (sku: string) => new Refusal('item-unknown', 'invalid', `There is no item ${sku}: create it first, or check the SKU.`, { sku });

export const itemInactive = (sku: string) => new Refusal('item-inactive', 'invalid', `The item ${sku} is not active.`, { sku });

export const itemNotStocked = (sku: string) => new Refusal('item-not-stocked', 'invalid', `${sku} is a service: services are not stocked.`, { sku });

export const unitUnknown = (sku: string, unit: string) => new Refusal('unit-unknown', 'invalid', `${sku} has no unit ${unit}.`, { sku, unit });

export const warehouseUnknown = new Refusal('warehouse-unknown', 'invalid', 'There is no warehouse with this id.');

export const locationUnknown = new Refusal(
  'location-unknown',
  'invalid',
  'There is no location of this kind with this id: goods are in storage or in transit, losses go to a place for losses.',
);

export const locationMisplaced = (kind: string) =>
  new Refusal('location-misplaced', 'invalid', `A place of storage or transit is in a warehouse, one for losses is in none; this is ${kind}.`, { kind });

export const tooManyImports = (most: number) =>
  new Refusal('too-many-imports', 'conflict', `${most} imports of this company are running: wait until one of them is done.`, { most });

export const dateInFuture = new Refusal('date-in-future', 'invalid', 'The date lies in the future: stock is recorded when it moves.');

export const backdateForbidden = new Refusal('backdate-forbidden', 'forbidden', 'A past date needs the permission inventory.stock.backdate.', {
  permission: 'inventory.stock.backdate',
});

export const amountTooLarge = new Refusal(
  'amount-too-large',
  'invalid',
  'A cost, or the value of the stock that comes of it, is larger than the books can hold.',
);

export const quantityTooLarge = (sku: string) =>
  new Refusal('quantity-too-large', 'invalid', `So much of ${sku}, with what is there, is more than the books can hold in one place.`, { sku });

export const quantityTooSmall = (sku: string) =>
  new Refusal('quantity-too-small', 'invalid', `So little of ${sku} is nothing in its stock unit: less than a millionth.`, { sku });

export const stockShort = (sku: string, requested: string, available: string) =>
  new Refusal('stock-short', 'conflict', `Only ${available} of ${sku} are there, not ${requested}.`, { shortages: [{ sku, requested, available }] });

export const stockShortOnDate = (sku: string, requested: string, available: string, on: string) =>
  new Refusal('stock-short-on-date', 'conflict', `Only ${available} of ${sku} were there on every day since ${on}, not ${requested}: take a later date.`, {
    shortages: [{ sku, requested, available }],
    on,
  });
