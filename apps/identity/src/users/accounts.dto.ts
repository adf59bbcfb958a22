import { Example, PageQuery } from '@millrace/chassis';
import { IsId, IsLines, IsName } from '@millrace/contracts';
import { IsBoolean, IsEmail, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LANGUAGES, type Language } from '../domain/mail.js';
import { AreMemberships, MembershipDto, ROLE_CODE } from '../views/account.dto.js';

export class CreateUserDto {
  /** In ASCII, so that no two look the same; a domain in other letters in its form for the DNS. */
  @IsEmail() @MaxLength(320) @Matches(/^[!-~]+$/, { message: 'email must be in ASCII' }) readonly email!: string;
  @IsName() readonly name!: string;
  /** What mails to the person are written in; English when absent. */
  @IsOptional() @IsIn(LANGUAGES) readonly language?: Language;
  /** At least 12 characters; any characters. When absent, the person is invited by mail and chooses one. */
  @IsOptional() @IsString() @MinLength(12) @MaxLength(1_024) readonly password?: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
}

export class CreateServiceAccountDto {
  @IsName() readonly name!: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
}

/** `undelivered`: the mail server did not take the mail. */
export const INVITATIONS = ['pending', 'undelivered', 'expired', 'withdrawn'] as const;
export type InvitationState = (typeof INVITATIONS)[number];

export class AccountDto {
  @IsId() readonly accountId!: string;
  /** E-mail address or client id. */
  @IsString() readonly login!: string;
  @IsName() readonly name!: string;
  @IsBoolean() readonly active!: boolean;
  @IsOptional() @IsIn(LANGUAGES) readonly language?: Language;
  /** Of a person who has no password yet: what has become of the invitation. */
  @IsOptional() @IsIn(INVITATIONS) readonly invitation?: InvitationState;
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

class ChangeAccountDto {
  @IsOptional() @IsName() readonly name?: string;
  /** An inactive account gets no more tokens, and those it has open nothing within a minute. */
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

export class ChangeUserDto extends ChangeAccountDto {
  @IsOptional() @IsIn(LANGUAGES) readonly language?: Language;
}

@Example({ name: 'Web shop' })
export class ChangeServiceAccountDto extends ChangeAccountDto {
  /** How often it may ask a gateway in a minute; as often as others when null. Only who changes those of all companies sets it. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000_000) readonly requestsPerMinute?: number | null;
}

export class RoleDto {
  @Matches(ROLE_CODE, { message: 'code must be lower case letters, digits and hyphens' }) readonly code!: string;
  @IsName() readonly name!: string;
  /** Permissions such as `orders.sales-order.place`, or patterns such as `orders.*`. */
  @IsString({ each: true })
  @Matches(/^(\*|[a-z-]+(\.[a-z-]+)*(\.\*)?)$/, { each: true, message: 'permissions must be such as orders.sales-order.place or orders.*' })
  readonly permissions!: readonly string[];
}

export class AccountsQuery extends PageQuery {}
