import { IsId, IsLines, IsPart } from '@millrace/contracts';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LimitsDto, MembershipDto } from '../views/account.dto.js';

const HELD = ['in the company', 'in every company', 'in some company'] as const;

export class AccessQuery {
  /** An operation of this document, by its name or its route: `PlaceOrder_place`, `POST /v1/sales-orders`. Every one when absent. */
  @IsOptional() @IsString() @MaxLength(200) readonly operation?: string;
  /** The company that the account would act for; the caller's when absent. */
  @IsOptional() @IsId() readonly companyId?: string;
}

export class AccessDecisionDto {
  @IsString() readonly operation!: string;
  @IsString() readonly route!: string;
  /** The permission that it takes; absent where none is needed. */
  @IsOptional() @IsString() readonly permission?: string;
  /** Where it must be held. */
  @IsOptional() @IsIn(HELD) readonly held?: (typeof HELD)[number];
  /** The company that was asked about. */
  @IsOptional() @IsId() readonly companyId?: string;
  @IsBoolean() readonly allowed!: boolean;
  /** The memberships each of which is enough by itself. */
  @IsLines(() => MembershipDto, { min: 0 }) readonly grantedBy!: readonly MembershipDto[];
  /** How far it may go, of the limits that the operation looks after: the widest of all memberships. */
  @IsOptional() @IsPart(() => LimitsDto) readonly limits?: LimitsDto;
  /** The code of the refusal: `permission-missing`, `own-records-only`, `limits-apply`, `company-required`, `company-not-accessible` or `account-inactive`. */
  @IsOptional() @IsString() readonly refusal?: string;
  @IsOptional() @IsString() readonly detail?: string;
  /** The roles each of which is enough, held in the right place. */
  @IsString({ each: true }) readonly roles!: readonly string[];
}
