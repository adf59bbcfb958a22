import { Example } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Six digits of an authenticator, or a recovery code. */
export const CODE = /^[0-9A-Za-z -]{6,20}$/;

export class SecondFactorDto {
  @IsBoolean() readonly active!: boolean;
  @IsInt() readonly recoveryCodesLeft!: number;
}

@Example({ currentPassword: 'correct horse battery' })
export class StartSecondFactorDto {
  @IsString() @MaxLength(1_024) readonly currentPassword!: string;
  /** Of the authenticator that is to be replaced, when there is one. */
  @IsOptional() @Matches(CODE, { message: 'code must be six digits, or a recovery code' }) readonly code?: string;
}

export class StartedSecondFactorDto {
  @IsId() readonly accountId!: string;
  /** For an authenticator, in base 32: shown once, here; absent when the same key comes again. */
  @IsOptional() @IsString() readonly secret?: string;
  /** The same as an address, to be shown as a QR code. */
  @IsOptional() @IsString() readonly uri?: string;
}

export class RemovedSecondFactorDto {
  @IsId() readonly accountId!: string;
}

@Example({ code: '123456' })
export class ConfirmSecondFactorDto {
  @Matches(/^[0-9]{6}$/, { message: 'code must be six digits' }) readonly code!: string;
}

export class ConfirmedSecondFactorDto {
  @IsId() readonly accountId!: string;
  /** Each good once, for who has lost the authenticator: shown once, here; absent when the same key comes again. */
  @IsOptional() @IsString({ each: true }) readonly recoveryCodes?: readonly string[];
}

@Example({ currentPassword: 'correct horse battery', code: '123456' })
export class RemoveSecondFactorDto {
  @IsString() @MaxLength(1_024) readonly currentPassword!: string;
  @Matches(CODE, { message: 'code must be six digits, or a recovery code' }) readonly code!: string;
}
