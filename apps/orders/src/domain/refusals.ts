import { Refusal } from '@millrace/kernel';

export const companyNotReady = new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');

export const customerUnknown = new Refusal('customer-unknown', 'invalid', 'There is no customer with this id: create it first.');

export const customerInactive = new Refusal('customer-inactive', 'invalid', 'This customer is not active.');

export const itemUnknown = (sku: string) =>
  new Refusal('item-unknown', 'invalid', `There is no item ${sku}, or it was created a moment ago: check the SKU, or try again.`, { sku });

export const itemInactive = (sku: string) => new Refusal('item-inactive', 'invalid', `The item ${sku} is not active.`, { sku });

export const unitUnknown = (sku: string, unit: string) => new Refusal('unit-unknown', 'invalid', `${sku} has no unit ${unit}.`, { sku, unit });

export const warehouseUnknown = new Refusal(
  'warehouse-unknown',
  'invalid',
  'There is no warehouse with this id, or it was opened a moment ago: check the id, or try again.',
);

export const priceMissing = (sku: string) =>
  new Refusal('price-missing', 'invalid', `${sku} has no price on the date of the order: set one, or give one if you may.`, { sku });

export const priceForbidden = new Refusal('price-forbidden', 'forbidden', 'A price of your own needs the permission orders.sales-order.price.', {
  permission: 'orders.sales-order.price',
});

export const dateInFuture = new Refusal('date-in-future', 'invalid', 'The date lies in the future.');

export const backdateForbidden = (permission: string) =>
  new Refusal('backdate-forbidden', 'forbidden', `A past date needs the permission ${permission}.`, { permission });

export const amountTooLarge = new Refusal('amount-too-large', 'invalid', 'A price or a total, with its tax, is larger than the books can hold.');

export const quantityTooLarge = (sku: string) =>
  new Refusal('quantity-too-large', 'invalid', `So much of ${sku}, all lines together, is more than a document can hold: use several.`, { sku });

export const quantityTooSmall = (sku: string) =>
  new Refusal('quantity-too-small', 'invalid', `So little of ${sku} is nothing in its stock unit: less than a millionth.`, { sku });

export const orderNotFound = new Refusal('not-found', 'missing', 'There is no sales order with this id.');

export const orderShipped = new Refusal('order-shipped', 'conflict', 'Everything has been shipped: use a return.');

export const orderClosed = (status: string) =>
  new Refusal('order-closed', 'conflict', `The order is ${status}: there is nothing to cancel.`, { orderStatus: status });

export const cancellationPending = new Refusal('cancellation-pending', 'conflict', 'The cancellation was asked for already and is being decided.');

export const versionStale = new Refusal('version-stale', 'stale', 'The document has changed since: read it again.');

export const returnTooMuch = (lineNo: number, requested: string, returnable: string) =>
  new Refusal('return-too-much', 'conflict', `Line ${lineNo}: at most ${returnable} can come back, not ${requested}.`, { lineNo, requested, returnable });

export const returnBeforeShipment = (shippedOn: string) =>
  new Refusal('return-before-shipment', 'invalid', `Nothing of the order had left before ${shippedOn}: nothing can have come back.`, { shippedOn });

export const costMissing = (sku: string) =>
  new Refusal('cost-missing', 'invalid', `Say what one unit of ${sku} is worth in stock: no order tells what it had cost.`, { sku });

export const lineUnknown = (lineNo: number) => new Refusal('line-unknown', 'invalid', `The order has no line ${lineNo}.`, { lineNo });

export const lineRepeated = (lineNo: number) => new Refusal('line-repeated', 'invalid', `Line ${lineNo} is named twice.`, { lineNo });
