import { Described } from '@millrace/chassis';
import { IsAmount, IsId, IsLines, IsPart } from '@millrace/contracts';
import type { Limits } from '@millrace/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsInt, IsOptional, Matches } from 'class-validator';
import { limitsOf, type MembershipWish } from '../domain/memberships.js';

export const ROLE_CODE = /^[a-z][a-z0-9-]{0,39}$/;

/** How far a role reaches in its company; what is absent has no limit. */
export class LimitsDto {
  /** The largest amount that its holder approves, posts or pays out alone, in the company's currency. */
  @IsOptional() @IsAmount() readonly approvalLimit?: string;
  /** The warehouses whose stock it sees and moves. */
  @IsOptional() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly warehouses?: readonly string[];
  /** Whether it shows the records of its holder alone, and changes none: the employee that hr has linked to the account. */
  @IsOptional() @IsBoolean() readonly ownRecordsOnly?: boolean;
}

export class MembershipDto {
  /** In this company; in every company when absent. */
  @Described({ description: 'The company in which the role is held; in every company when absent.', example: '0199a1b0-0000-7000-8000-000000000001' })
  @IsOptional()
  @IsId()
  readonly companyId?: string;
  @Matches(ROLE_CODE, { message: 'role must be the code of a role' }) readonly role!: string;
  /** Only of a role in one company. */
  @IsOptional() @IsPart(() => LimitsDto) readonly limits?: LimitsDto;
}

/** What is wished for, without what JSON may say for nothing. */
export function wishesOf(memberships: readonly MembershipDto[]): MembershipWish[] {
  return memberships.map(({ companyId, role, limits }) => ({ companyId: companyId ?? undefined, role, limits: limits ? limitsOf(limits) : undefined }));
}

export function showMembership({ companyId, role, limits }: Readonly<{ companyId: string | null; role: string; limits?: Limits | null }>): MembershipDto {
  return { ...(companyId === null ? {} : { companyId }), role, ...(limits ? { limits } : {}) };
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
