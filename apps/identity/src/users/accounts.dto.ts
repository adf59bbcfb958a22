import { PageQuery } from '@millrace/chassis';
import { IsId, IsLines, IsName } from '@millrace/contracts';
import { ArrayUnique, IsBoolean, IsEmail, IsInt, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

const ROLE_CODE = /^[a-z][a-z0-9-]{0,39}$/;

export class MembershipDto {
  /** In this company; in every company when absent. */
  @IsOptional() @IsId() readonly companyId?: string;
  @Matches(ROLE_CODE, { message: 'role must be the code of a role' }) readonly role!: string;
}

/** At most 50, each role in each company once. */
const AreMemberships = (): PropertyDecorator => {
  const placeOf = ({ companyId, role }: Partial<MembershipDto>) => `${companyId} ${role}`;
  const once = ArrayUnique(placeOf, { message: 'memberships must name each role in a company once' });
  return (target, property) => {
    for (const decorate of [IsLines(() => MembershipDto, { max: 50 }), once]) decorate(target, property);
  };
};

export class CreateUserDto {
  @IsEmail() @MaxLength(320) readonly email!: string;
  @IsName() readonly name!: string;
  /** At least 12 characters; any characters. */
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

export class ChangeAccountDto {
  @IsOptional() @IsName() readonly name?: string;
  /** An inactive account gets no more tokens. */
  @IsOptional() @IsBoolean() readonly active?: boolean;
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
