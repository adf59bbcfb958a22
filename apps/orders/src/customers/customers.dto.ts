import { PageQuery } from '@millrace/chassis';
import { IsCountry, IsId, IsLines, IsName, IsNote } from '@millrace/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class CreateCustomerDto {
  /** Made by the client, so that creating it again finds it; else the service makes one. */
  @IsOptional() @IsId() readonly customerId?: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsOptional() @IsNote() readonly address?: string;
  /** What the customer is called elsewhere; unique. */
  @IsOptional() @IsName() readonly reference?: string;
  /** Days until payment is due; 30 when absent. */
  @IsOptional() @IsInt() @Min(0) @Max(366) readonly paymentTermDays?: number;
}

export class CreateCustomersDto {
  @IsLines(() => CreateCustomerDto, { max: 1_000 }) readonly customers!: readonly CreateCustomerDto[];
}

export class ChangeCustomerDto {
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @IsCountry() readonly country?: string;
  @IsOptional() @IsNote() readonly address?: string;
  @IsOptional() @IsInt() @Min(0) @Max(366) readonly paymentTermDays?: number;
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

export class CustomersQuery extends PageQuery {
  @IsOptional() @IsName() readonly reference?: string;
  @IsOptional() @IsCountry() readonly country?: string;
  /** Part of the name, in any case. */
  @IsOptional() @IsString() @MaxLength(100) readonly name?: string;
  @IsOptional() @IsIn(['true', 'false']) readonly active?: string;
}
