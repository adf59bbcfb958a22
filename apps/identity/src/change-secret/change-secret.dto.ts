import { Example } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { IsNewPassword } from '../views/login-fields.js';
import { ProofsDto } from '../views/proofs.dto.js';

@Example({ currentPassword: 'correct horse battery', newPassword: 'a long sentence of your own' })
export class ChangePasswordDto extends ProofsDto {
  /** At least 12 characters, any; neither a common password nor one with the login in it. */
  @IsNewPassword() readonly newPassword!: string;
}

export class ResetPasswordDto {
  /** At least 12 characters, any; neither a common password nor one with the login in it. */
  @IsNewPassword() readonly password!: string;
}

export class RotateSecretDto {
  /** How long the secret before is good, at most a week; 24 when absent. With 0 it and its tokens end at once. */
  @IsOptional() @IsInt() @Min(0) @Max(168) readonly overlapHours?: number;
}

export class RotatedSecretDto {
  @IsId() readonly accountId!: string;
  @IsInt() readonly version!: number;
  /** Shown once, here, and stored only as a hash; absent when the same key comes again. */
  @IsOptional() @IsString() readonly clientSecret?: string;
}
