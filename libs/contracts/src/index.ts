import 'reflect-metadata';

export * from './rules.js';
export { JsonRefused, JsonTooLarge, parseStrictJson } from './strict-json.js';
export { type Field, fieldsOf } from './fields.js';
export { fieldNamesOf, figuresOf } from './unknown-fields.js';
export { schemasOfContracts } from './schemas.js';
export { breakingChanges, type EventSchema, eventSchemas, type JsonSchema, lostVersions, withSamplesOf } from './event-schemas.js';
export { type Contract, type Violation, violationsOf } from './validate.js';
export {
  type ContractEvent,
  defineEvent,
  earlier,
  EventDefinition,
  eventDefinitions,
  type EventOf,
  type EventVersion,
  type ReceivedEvent,
} from './define-event.js';
export * from './identity/company-created.js';
export * from './inventory/item.js';
export * from './inventory/warehouse.js';
export * from './inventory/goods-received.js';
export * from './inventory/stock-adjusted.js';
export * from './inventory/reservation.js';
export * from './inventory/shipment-dispatched.js';
export * from './inventory/return-received.js';
export * from './orders/customer.js';
export * from './orders/sales-order.js';
export * from './orders/return-authorised.js';
export * from './finance/credit-check.js';
export * from './finance/customer-invoice.js';
export * from './finance/allocation.js';
export * from './finance/payment-received.js';
export * from './finance/credit-note.js';
export * from './finance/receivable-adjustment.js';
export * from './finance/payroll.js';
export * from './hr/payroll-run-approved.js';
