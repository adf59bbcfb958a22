import { PageQuery } from '@millrace/chassis';
import { IsCountry, IsCurrency, IsId, IsName, IsTimeZone } from '@millrace/contracts';
import { IsInt, IsOptional } from 'class-validator';

export class CreateCompanyDto {
  /** Made by the client, so that creating it again finds it; else the service makes one. */
  @IsOptional() @IsId() readonly companyId?: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsTimeZone() readonly timeZone!: string;
  @IsCurrency() readonly baseCurrency!: string;
}

export class CompanyDto {
  @IsId() readonly companyId!: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsTimeZone() readonly timeZone!: string;
  @IsCurrency() readonly baseCurrency!: string;
  @IsInt() readonly version!: number;
}

export class CompaniesQuery extends PageQuery {
  /** The whole name, in any case. */
  @IsOptional() @IsName() readonly name?: string;
}
