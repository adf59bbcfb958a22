import { IsId, IsLines, IsName } from '@millrace/contracts';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

const GRANT_TYPES = ['password', 'client-credentials'] as const;
const PURPOSES = ['enrolment'] as const;

export class SignInDto {
  @IsIn(GRANT_TYPES) readonly grantType!: (typeof GRANT_TYPES)[number];
  /** E-mail address of a user, or client id of a service account. */
  @IsString() @MaxLength(320) readonly login!: string;
  @IsString() @MaxLength(1_024) readonly secret!: string;
  /** Of a person who has a second factor: six digits of an authenticator, or a recovery code. */
  @IsOptional() @IsString() @MaxLength(20) readonly code?: string;
  /** To set up a second factor: the token acts for no company and has no permission, so it opens only what is about the account itself. */
  @IsOptional() @IsIn(PURPOSES) readonly purpose?: (typeof PURPOSES)[number];
  /** The company to act for. With none, the only one that the account belongs to. */
  @IsOptional() @IsId() readonly companyId?: string;
}

export class AccessibleCompanyDto {
  @IsId() readonly companyId!: string;
  @IsName() readonly name!: string;
}

export class TokenDto {
  /** To be sent as `Authorization: Bearer …`. */
  @IsString() readonly accessToken!: string;
  @IsIn(['Bearer']) readonly tokenType!: string;
  /** Seconds. */
  @IsInt() readonly expiresIn!: number;
  @IsOptional() @IsId() readonly companyId?: string;
  /** Where else the account may go; at most 200. */
  @IsLines(() => AccessibleCompanyDto, { min: 0 }) readonly companies!: readonly AccessibleCompanyDto[];
}
