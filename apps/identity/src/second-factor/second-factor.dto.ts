import { Example } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { IsBoolean, IsInt, IsOptional, IsString, Matches } from 'class-validator';

export class SecondFactorDto {
  @IsBoolean() readonly active!: boolean;
  /** Whether a role, a company or the setting for everybody demands a second factor: an authenticator, or a passkey. */
  @IsBoolean() readonly demanded!: boolean;
  @IsInt() readonly recoveryCodesLeft!: number;
}

export class StartedSecondFactorDto {
  @IsId() readonly accountId!: string;
  /** For an authenticator, in base 32: shown once, here; absent when the same key comes again. */
  @IsOptional() @IsString() readonly secret?: string;
  /** The same as an address, to be shown as a QR code. */
  @IsOptional() @IsString() readonly uri?: string;
}

export class RecoveryCodesDto {
  @IsId() readonly accountId!: string;
  /** Each good once, for who has lost the authenticator or the passkeys: shown once, here; absent when the same key comes again. */
  @IsOptional() @IsString({ each: true }) readonly recoveryCodes?: readonly string[];
}

export class RemovedSecondFactorDto {
  @IsId() readonly accountId!: string;
}

@Example({ code: '123456' })
export class ConfirmSecondFactorDto {
  @Matches(/^[0-9]{6}$/, { message: 'code must be six digits' }) readonly code!: string;
}
