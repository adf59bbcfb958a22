import { IsId } from '@millrace/contracts';
import { IsString, MaxLength, MinLength } from 'class-validator';

export class ChoosePasswordDto {
  /** From the link in the mail. */
  @IsString() @MaxLength(100) readonly token!: string;
  /** At least 12 characters; any characters. */
  @IsString() @MinLength(12) @MaxLength(1_024) readonly password!: string;
}

export class ChosenPasswordDto {
  @IsId() readonly accountId!: string;
}
