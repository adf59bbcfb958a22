import { IsName } from '@millrace/contracts';
import { IsBoolean, IsInt, IsString, Matches } from 'class-validator';
import type { Role } from '../domain/account.js';
import { ROLE_CODE } from './account.dto.js';

export class RoleDto {
  @Matches(ROLE_CODE, { message: 'code must be lower case letters, digits and hyphens' }) readonly code!: string;
  @IsName() readonly name!: string;
  /** Permissions such as `orders.sales-order.place`, or patterns such as `orders.*`. */
  @IsString({ each: true })
  @Matches(/^(\*|[a-z-]+(\.[a-z-]+)*(\.\*)?)$/, { each: true, message: 'permissions must be such as orders.sales-order.place or orders.*' })
  readonly permissions!: readonly string[];
  /** Whether who holds it must have a second factor: an authenticator, or a passkey. */
  @IsBoolean() readonly demandsSecondFactor!: boolean;
  @IsInt() readonly version!: number;
}

export function showRole({ code, name, permissions, demandsSecondFactor, version }: Role): RoleDto {
  return { code, name, permissions, demandsSecondFactor, version };
}
