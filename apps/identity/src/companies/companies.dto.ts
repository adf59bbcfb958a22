import { Described, PageQuery } from '@millrace/chassis';
import { IsCountry, IsCurrency, IsId, IsName, IsTimeZone } from '@millrace/contracts';
import { IsBoolean, IsInt, IsOptional } from 'class-validator';

export class CreateCompanyDto {
  /** Made by the client, so that creating it again finds it; else the service makes one. */
  @IsOptional() @IsId() readonly companyId?: string;
  @Described({ example: 'Harbour Foods Ltd' }) @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsTimeZone() readonly timeZone!: string;
  @IsCurrency() readonly baseCurrency!: string;
}

export class ChangeCompanyDto {
  /** With it, who may act in the company and has neither an authenticator nor a passkey enters only to set one up. */
  @IsBoolean() readonly demandsSecondFactor!: boolean;
}

export class CompanyDto {
  @IsId() readonly companyId!: string;
  @IsName() readonly name!: string;
  @IsCountry() readonly country!: string;
  @IsTimeZone() readonly timeZone!: string;
  @IsCurrency() readonly baseCurrency!: string;
  /** Whether who may act in it must have a second factor: an authenticator, or a passkey. */
  @IsBoolean() readonly demandsSecondFactor!: boolean;
  @IsInt() readonly version!: number;
}

export class CompaniesQuery extends PageQuery {
  /** The whole name, in any case. */
  @IsOptional() @IsName() readonly name?: string;
}
