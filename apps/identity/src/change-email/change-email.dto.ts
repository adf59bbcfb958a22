import { Example } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { IsString, MaxLength } from 'class-validator';
import { IsLoginEmail } from '../views/login-fields.js';
import { ProofsDto } from '../views/proofs.dto.js';

@Example({ currentPassword: 'correct horse battery', email: 'anna@example.com' })
export class ChangeEmailDto extends ProofsDto {
  /** In ASCII, so that no two look the same. */
  @IsLoginEmail() readonly email!: string;
}

export class ConfirmEmailDto {
  /** From the link in the mail. */
  @IsString() @MaxLength(100) readonly token!: string;
}

export class EmailChangeDto {
  @IsId() readonly accountId!: string;
}
