import { IsId, IsLines } from '@millrace/contracts';
import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../http/pages.js';

const OUTCOMES = ['done', 'refused'] as const;
/** An instant with its offset. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;
const BELONGING = ['company', 'none'] as const;

/** All that is given must fit. */
export class AuditTrailQuery extends PageQuery {
  /** Such as `sales-order`. */
  @IsOptional() @IsString() @MaxLength(100) readonly recordType?: string;
  /** The id of the record, or the parts of its key with spaces between. */
  @IsOptional() @IsString() @MaxLength(200) readonly recordId?: string;
  /** The account of who asked. */
  @IsOptional() @IsString() @MaxLength(100) readonly subject?: string;
  /** Such as `PlaceOrder_place`: an operation of this document. */
  @IsOptional() @IsString() @MaxLength(100) readonly operation?: string;
  @IsOptional() @IsIn(OUTCOMES) readonly outcome?: (typeof OUTCOMES)[number];
  /** At this instant or later; unless `recordId` or `subject` is given, 31 days before `until`, or before now, when absent. */
  @IsOptional() @Matches(INSTANT, { message: 'from must be an instant such as 2026-06-01T08:00:00Z' }) @IsISO8601({ strict: true }) readonly from?: string;
  /** Before this instant. */
  @IsOptional() @Matches(INSTANT, { message: 'until must be an instant such as 2026-06-01T08:00:00Z' }) @IsISO8601({ strict: true }) readonly until?: string;
  /** Of the company of the token, or of none: sign-ins that failed, and requests without a good token. That needs the permission in every company. */
  @IsOptional() @IsIn(BELONGING) readonly belonging?: (typeof BELONGING)[number];
}

export class RowChangeDto {
  /** The kind of row. */
  @IsString() readonly record!: string;
  @IsString() readonly id!: string;
  /** Fields as they were; absent for a new row. */
  @IsOptional() @IsObject() readonly before?: Readonly<Record<string, unknown>>;
  /** Fields as they are from then on, of a new row those that are neither no nor zero; absent for a row that was taken away. */
  @IsOptional() @IsObject() readonly after?: Readonly<Record<string, unknown>>;
}

export class AuditTrailLineDto {
  @IsId() readonly id!: string;
  @IsString() readonly at!: string;
  @IsIn(OUTCOMES) readonly outcome!: (typeof OUTCOMES)[number];
  /** The code of the problem that a refused request was answered with. */
  @IsOptional() @IsString() readonly problem?: string;
  /** Alike requests that were refused, and sign-ins, may stand on one line. */
  @IsInt() readonly times!: number;
  /** The account of who asked; absent where nobody was known. */
  @IsOptional() @IsString() readonly subject?: string;
  /** The session of the account. */
  @IsOptional() @IsInt() readonly session?: number;
  /** The program that asked, as it names itself. */
  @IsOptional() @IsString() readonly client?: string;
  @IsOptional() @IsString() readonly address?: string;
  /** The id of the request in every log. */
  @IsOptional() @IsString() readonly request?: string;
  /** `*` for what was counted only, since too much came. */
  @IsString() readonly operation!: string;
  @IsOptional() @IsString() readonly recordType?: string;
  /** The id of what the request was about. */
  @IsOptional() @IsString() readonly record?: string;
  /** What changed of which rows, secrets never. */
  @IsLines(() => RowChangeDto, { min: 0 }) readonly changes!: readonly RowChangeDto[];
  /** So many more rows changed. */
  @IsOptional() @IsInt() readonly more?: number;
}
