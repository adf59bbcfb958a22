import { Example, PageQuery } from '@millrace/chassis';
import { IsId, IsLines, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { AreMemberships, MembershipDto } from '../views/account.dto.js';

export class CreateUserDto {
  /** In ASCII, so that no two look the same; a domain in other letters in its form for the DNS. */
  @IsEmail() @MaxLength(320) @Matches(/^[!-~]+$/, { message: 'email must be in ASCII' }) readonly email!: string;
  @IsName() readonly name!: string;
  /** At least 12 characters, any; neither a common password nor one with the login in it. */
  @IsString() @MinLength(12) @MaxLength(1_024) readonly password!: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
}

export class CreateServiceAccountDto {
  @IsName() readonly name!: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
}

export class AccountDto {
  @IsId() readonly accountId!: string;
  /** E-mail address or client id. */
  @IsString() readonly login!: string;
  @IsName() readonly name!: string;
  @IsBoolean() readonly active!: boolean;
  /** As often as others may when absent. */
  @IsOptional() @IsInt() readonly requestsPerMinute?: number;
  @IsLines(() => MembershipDto, { min: 0 }) readonly memberships!: readonly MembershipDto[];
  @IsInt() readonly version!: number;
}

export class CreatedServiceAccountDto {
  @IsId() readonly accountId!: string;
  /** Absent, as the secret is, when the same key comes again. */
  @IsOptional() @IsString() readonly clientId?: string;
  /** Shown once, here, and stored only as a hash. */
  @IsOptional() @IsString() readonly clientSecret?: string;
}

export class ChangeUserDto {
  @IsOptional() @IsName() readonly name?: string;
  /** An inactive account gets no more tokens, and those it has open nothing within a minute. */
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

@Example({ name: 'Web shop' })
export class ChangeServiceAccountDto extends ChangeUserDto {
  /** How often it may ask a gateway in a minute; as often as others when null. Only who changes those of all companies sets it. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000_000) readonly requestsPerMinute?: number | null;
}

export class AccountsQuery extends PageQuery {}
