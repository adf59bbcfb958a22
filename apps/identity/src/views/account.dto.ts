import { IsId, IsLines } from '@millrace/contracts';
import { ArrayUnique, IsInt, IsOptional, Matches } from 'class-validator';

export const ROLE_CODE = /^[a-z][a-z0-9-]{0,39}$/;

export class MembershipDto {
  /** In this company; in every company when absent. */
  @IsOptional() @IsId() readonly companyId?: string;
  @Matches(ROLE_CODE, { message: 'role must be the code of a role' }) readonly role!: string;
}

/** At most 50, each role in each company once. */
export function AreMemberships({ min = 1 }: Readonly<{ min?: number }> = {}): PropertyDecorator {
  const placeOf = ({ companyId, role }: Partial<MembershipDto>) => `${companyId} ${role}`;
  const once = ArrayUnique(placeOf, { message: 'memberships must name each role in a company once' });
  return (target, property) => {
    for (const decorate of [IsLines(() => MembershipDto, { min, max: 50 }), once]) decorate(target, property);
  };
}

export class ChangedAccountDto {
  @IsId() readonly accountId!: string;
  @IsInt() readonly version!: number;
}
