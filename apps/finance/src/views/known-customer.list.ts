import { column, defineList } from '@millrace/chassis';
import { IsCountry, IsId, IsName, IsNote } from '@millrace/contracts';
import { IsBoolean, IsOptional } from 'class-validator';
import { CustomerCopy } from '../domain/company.js';

/** A customer as far as finance knows it: orders, which owns it, says more. */
export class KnownCustomerDto {
  @IsId() readonly customerId!: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsOptional() @IsNote() readonly address?: string;
  @IsBoolean() readonly active!: boolean;
}

export const KNOWN_CUSTOMERS = defineList({
  row: KnownCustomerDto,
  permission: 'orders.customer.view',
  from: 'customer_copy',
  columns: {
    customerId: column.id('customer_id'),
    name: column.text('name'),
    country: column.text('country'),
    active: column.flag('active'),
  },
  order: 'customerId',
  show: (row, database) => {
    const { customerId, name, country, address, active } = database.table(CustomerCopy).read(row);
    return { customerId, name, country, address: address ?? undefined, active };
  },
});
