import { IsCountry, IsId, IsName, IsNote } from '@millrace/contracts';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';

export class CustomerDto {
  @IsId() readonly customerId!: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsOptional() @IsNote() readonly address?: string;
  @IsOptional() @IsName() readonly reference?: string;
  @IsInt() readonly paymentTermDays!: number;
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly version!: number;
}
