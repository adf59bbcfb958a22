import { IsId } from '@millrace/contracts';
import { IsString, MaxLength } from 'class-validator';
import { IsNewPassword } from '../views/login-fields.js';

export class ChoosePasswordDto {
  /** From the link in the mail. */
  @IsString() @MaxLength(100) readonly token!: string;
  /** At least 12 characters; any characters. */
  @IsNewPassword() readonly password!: string;
}

export class ChosenPasswordDto {
  @IsId() readonly accountId!: string;
}
