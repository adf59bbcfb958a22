import { Described, Example, NullSays, PageQuery } from '@millrace/chassis';
import { IsId, IsLines, IsName } from '@millrace/contracts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsLoginEmail, IsNewPassword } from '../views/login-fields.js';
import { LANGUAGES, type Language } from '../domain/mail.js';
import { AreMemberships, MembershipDto } from '../views/account.dto.js';

/** The years beyond are written in another way: no offset leads out of those between. */
const INSTANT = /^(?!1970.*\+\d\d:\d\d$)(?!9999.*-\d\d:\d\d$)(?:19[7-9]\d|[2-9]\d{3})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;
const PERMISSION = /^(\*|[a-z-]+(\.[a-z-]+)*(\.\*)?)$/;

/** An instant with its offset, from 1970 to 9999 in UTC too. */
function IsInstant(): PropertyDecorator {
  const shape = Matches(INSTANT, { message: '$property must be an instant from 1970 to 9999 such as 2026-06-01T08:00:00Z' });
  return (target, property) => {
    for (const decorate of [shape, IsISO8601({ strict: true })]) decorate(target, property);
  };
}

/** At most 200 permissions or patterns of them, each once. */
function ArePermissions(): PropertyDecorator {
  const shape = Matches(PERMISSION, { each: true, message: 'permissions must be such as orders.sales-order.place or orders.*' });
  return (target, property) => {
    for (const decorate of [IsArray(), ArrayMinSize(1), ArrayMaxSize(200), ArrayUnique(), IsString({ each: true }), MaxLength(100, { each: true }), shape])
      decorate(target, property);
  };
}

export class CreateUserDto {
  /** In ASCII, so that no two look the same; a domain in other letters in its form for the DNS. */
  @IsLoginEmail() readonly email!: string;
  @Described({ example: 'Anna Miller' }) @IsName() readonly name!: string;
  /** What mails to the person are written in; English when absent. */
  @IsOptional() @IsIn(LANGUAGES) readonly language?: Language;
  /** At least 12 characters, any; neither a common password nor one with the login in it. When absent, the person is invited by mail and chooses one. */
  @IsOptional() @IsNewPassword() readonly password?: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
}

export class CreateServiceAccountDto {
  @Described({ example: 'Web shop' }) @IsName() readonly name!: string;
  @AreMemberships() readonly memberships!: readonly MembershipDto[];
  /** What it may do at most, such as `orders.sales-order.place`; all that its roles permit when absent. */
  @Described({
    description:
      'What it may do at most: permissions that operations ask for (`x-permission`), or patterns such as `orders.*`; all that its roles permit when absent.',
  })
  @IsOptional()
  @ArePermissions()
  readonly permissions?: string[];
  /** From then on it gets no more tokens, and none that it gets before is good any longer; never when absent. */
  @IsOptional() @IsInstant() readonly expiresAt?: string;
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
  /** What it may do at most, whatever its roles permit. */
  @IsOptional() @ArePermissions() readonly permissions?: string[];
  /** From then on it gets no more tokens. */
  @IsOptional() @IsString() readonly expiresAt?: string;
  /** When the secret of an app was used last, to the minute. */
  @IsOptional() @IsString() readonly secretUsedAt?: string;
  /** Until when the secret before is good too. */
  @IsOptional() @IsString() readonly previousSecretUntil?: string;
  /** When the secret before was used last: whoever uses it still has to take over the new one. */
  @IsOptional() @IsString() readonly previousSecretUsedAt?: string;
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
  @NullSays() @IsOptional() @IsInt() @Min(1) @Max(10_000_000) readonly requestsPerMinute?: number | null;
  /** What it may do at most; all that its roles permit when null. The tokens that it has end. */
  @NullSays() @IsOptional() @ArePermissions() readonly permissions?: string[] | null;
  /** From then on it gets no more tokens, and one that it gets before is good until then at most; never when null. The tokens that it has end. */
  @NullSays() @IsOptional() @IsInstant() readonly expiresAt?: string | null;
}

export class AccountsQuery extends PageQuery {}
