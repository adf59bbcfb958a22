import { IsId } from '@millrace/contracts';
import { IsEmail, IsString, Matches, MaxLength } from 'class-validator';

export class ChangeEmailDto {
  @IsString() @MaxLength(1_024) readonly currentPassword!: string;
  /** In ASCII, so that no two look the same. */
  @IsEmail() @MaxLength(320) @Matches(/^[!-~]+$/, { message: 'email must be in ASCII' }) readonly email!: string;
}

export class ConfirmEmailDto {
  /** From the link in the mail. */
  @IsString() @MaxLength(100) readonly token!: string;
}

export class EmailChangeDto {
  @IsId() readonly accountId!: string;
}
