import { Example, PageQuery } from '@millrace/chassis';
import { IsId, IsName } from '@millrace/contracts';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { RETURN_URI } from '../domain/app.js';

/** At most 20 addresses that a sign-in or a sign-out may lead back to. */
function AreReturnUris(): PropertyDecorator {
  const shape = Matches(RETURN_URI, {
    each: true,
    message: '$property must be such as https://shop.example/back, http://127.0.0.1/back or com.example.shop:/back',
  });
  return (target, property) => {
    for (const decorate of [IsArray(), ArrayMaxSize(20), ArrayUnique(), IsString({ each: true }), MaxLength(1_000, { each: true }), shape])
      decorate(target, property);
  };
}

@Example({ name: 'Web shop', redirectUris: ['https://shop.example/signed-in'], keepsSecret: true })
export class RegisterAppDto {
  @IsName() readonly name!: string;
  /** Where a sign-in may lead back to, to the letter; none for an app that only shows codes. The port of a loopback address is any. */
  @AreReturnUris() readonly redirectUris!: string[];
  /** Where a sign-out may lead back to. */
  @IsOptional() @AreReturnUris() readonly signOutUris?: string[];
  /** Whether it can keep a secret, on a server; one in a browser or on a device cannot. */
  @IsOptional() @IsBoolean() readonly keepsSecret?: boolean;
  /** Whether it shows a code that is entered on another device. */
  @IsOptional() @IsBoolean() readonly deviceFlow?: boolean;
  /** One of your own: nobody is asked whether it may do what it asks for. */
  @IsOptional() @IsBoolean() readonly trusted?: boolean;
}

export class RegisteredAppDto {
  @IsId() readonly appId!: string;
  @IsString() readonly clientId!: string;
  @IsInt() readonly version!: number;
  /** Shown once, here, and stored only as a hash; absent when the same key comes again. */
  @IsOptional() @IsString() readonly clientSecret?: string;
}

export class AppDto {
  @IsId() readonly appId!: string;
  @IsString() readonly clientId!: string;
  @IsName() readonly name!: string;
  @AreReturnUris() readonly redirectUris!: string[];
  @AreReturnUris() readonly signOutUris!: string[];
  @IsBoolean() readonly keepsSecret!: boolean;
  @IsBoolean() readonly deviceFlow!: boolean;
  @IsBoolean() readonly trusted!: boolean;
  @IsBoolean() readonly active!: boolean;
  /** When its secret was used last, to the minute. */
  @IsOptional() @IsString() readonly secretUsedAt?: string;
  /** Until when the secret before is good too. */
  @IsOptional() @IsString() readonly previousSecretUntil?: string;
  /** When the secret before was used last: whoever uses it still has to take over the new one. */
  @IsOptional() @IsString() readonly previousSecretUsedAt?: string;
  @IsInt() readonly version!: number;
}

export class RotateAppSecretDto {
  /** How long the secret before is good, at most a week; 24 when absent. With 0 it ends at once. */
  @IsOptional() @IsInt() @Min(0) @Max(168) readonly overlapHours?: number;
}

export class RotatedAppSecretDto {
  @IsId() readonly appId!: string;
  @IsInt() readonly version!: number;
  /** Shown once, here, and stored only as a hash; absent when the same key comes again. */
  @IsOptional() @IsString() readonly clientSecret?: string;
}

@Example({ name: 'Web shop', active: false })
export class ChangeAppDto {
  @IsOptional() @IsName() readonly name?: string;
  @IsOptional() @AreReturnUris() readonly redirectUris?: string[];
  @IsOptional() @AreReturnUris() readonly signOutUris?: string[];
  @IsOptional() @IsBoolean() readonly trusted?: boolean;
  /** An inactive app gets no more tokens, and those that it has open nothing within a minute; none of them is good again when it is active again. */
  @IsOptional() @IsBoolean() readonly active?: boolean;
}

export class ChangedAppDto {
  @IsId() readonly appId!: string;
  @IsInt() readonly version!: number;
}

export class AppsQuery extends PageQuery {}
