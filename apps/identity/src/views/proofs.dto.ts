import { Example } from '@millrace/chassis';
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Six digits of an authenticator, or a recovery code. */
const CODE = /^[0-9A-Za-z -]{6,20}$/;

/** What shows that who is signed in is still the same person: the password and, when there is a second factor, one of it. */
@Example({ currentPassword: 'correct horse battery', code: '123456' })
export class ProofsDto {
  @IsString() @MaxLength(1_024) readonly currentPassword!: string;
  /** Of the authenticator, or a recovery code. */
  @IsOptional() @Matches(CODE, { message: 'code must be six digits, or a recovery code' }) readonly code?: string;
  /** In place of a code: what a passkey answers to a challenge of `/v1/passkeys/challenges`, as `toJSON()` has it. */
  @IsOptional() @IsObject() readonly passkey?: Readonly<Record<string, unknown>>;
}
