import { IsBoolean, IsOptional } from 'class-validator';
import { defineEvent } from '../define-event.js';
import { IsCountry, IsId, IsName, IsNote, Personal } from '../rules.js';

/** The whole customer as it is now. */
export class CustomerStateV1 {
  @IsId() readonly customerId!: string;
  /** A person's or an organisation's. */
  @IsName() @Personal() readonly name!: string;
  /** Where goods and invoices go; tax is determined by it. */
  @IsCountry() readonly country!: string;
  @IsOptional() @IsNote() @Personal() readonly address?: string;
  /** Inactive customers are kept and refused on new documents. */
  @IsBoolean() readonly active!: boolean;
}

const example: CustomerStateV1 = {
  customerId: '0199a1b0-0000-7000-8000-000000000071',
  name: 'Customer 17850',
  country: 'GB',
  active: true,
};

/**
 * A customer became known.
 * Producer: orders. Consumer: finance (copies it and opens its account).
 */
export const CustomerCreated = defineEvent({
  type: 'orders.customer-created',
  version: 1,
  topic: 'orders.customer',
  key: 'customerId',
  data: CustomerStateV1,
  example,
});

/**
 * A customer's name, address or country changed, or it was (de)activated.
 * Producer: orders. Consumer: finance (copies it).
 */
export const CustomerChanged = defineEvent({
  type: 'orders.customer-changed',
  version: 1,
  topic: 'orders.customer',
  key: 'customerId',
  data: CustomerStateV1,
  example: { ...example, active: false },
});
