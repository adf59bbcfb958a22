import { IsId, IsLines, IsName, IsNote } from '@millrace/contracts';
import { PageQuery } from '../http/pages.js';
import { Described } from '../openapi/described.js';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

const STATES = ['parked', 'waiting'] as const;

export class StreamsQuery extends PageQuery {
  @IsOptional() @IsIn(STATES) readonly state?: (typeof STATES)[number];
  @IsOptional() @IsString() @MaxLength(200) readonly consumer?: string;
  /** The code of the error that it is parked for, or the type of the fact that it waits for. */
  @IsOptional() @IsString() @MaxLength(200) readonly cause?: string;
  /** In this state for longer than so many seconds. */
  @IsOptional() @Matches(/^[0-9]{1,8}$/, { message: 'olderThanSeconds must be a number of seconds' }) readonly olderThanSeconds?: string;
}

export class StreamQuery extends PageQuery {
  @IsString() @MaxLength(200) readonly consumer!: string;
  @IsString() @MaxLength(200) readonly topic!: string;
  @IsString() @MaxLength(400) readonly key!: string;
}

/** Which parked streams: those that match all that is given. */
export class ParkedFilterDto {
  @IsOptional() @IsName() readonly consumer?: string;
  @IsOptional() @IsName() readonly topic?: string;
  @IsOptional() @IsString() @MaxLength(400) readonly key?: string;
  /** The code of the error that they are parked for. */
  @IsOptional() @IsName() readonly cause?: string;
  /** Parked for longer than so many seconds. */
  @IsOptional() @IsInt() @Min(0) @Max(31_536_000) readonly olderThanSeconds?: number;
}

export class ReplayDto extends ParkedFilterDto {
  /** Every parked stream that matches; else name one stream by consumer, topic and key. */
  @IsOptional() @IsBoolean() readonly all?: boolean;
  /** Why: it is kept with the action. */
  @IsNote() readonly reason!: string;
}

export class DiscardDto {
  @IsName() readonly consumer!: string;
  @IsName() readonly topic!: string;
  @IsString() @MaxLength(400) readonly key!: string;
  @IsInt() @Min(1) readonly sequence!: number;
  /** Why: it is kept with the event. */
  @IsNote() readonly reason!: string;
}

export class DiscardParkedDto extends ParkedFilterDto {
  /** Why: it is kept with each event. */
  @IsNote() readonly reason!: string;
}

export class DiscardedDto {
  @IsInt() readonly discarded!: number;
}

export class ReleaseDto {
  @Described({ description: 'A topic that the service publishes to.' })
  @IsName()
  readonly topic!: string;
  @IsString() @MaxLength(400) readonly key!: string;
  /** Why: it is kept with the action. */
  @IsNote() readonly reason!: string;
}

export class HeldStreamDto {
  @IsString() readonly topic!: string;
  @IsString() readonly key!: string;
  /** The fact that the broker refuses. */
  @IsInt() readonly sequence!: number;
  @IsString() readonly since!: string;
  @IsString() readonly errorCode!: string;
  @IsString() readonly errorMessage!: string;
  /** Facts that wait to be published. */
  @IsInt() readonly unpublished!: number;
}

export class RebuildDto {
  @IsName() readonly consumer!: string;
  /** Puts the new rows in the place of the live ones where they differ; else differences are only told. */
  @IsOptional() @IsBoolean() readonly accept?: boolean;
  /** Why: it is kept with the run. */
  @IsNote() readonly reason!: string;
}

export class RebuildBegunDto {
  @IsId() readonly rebuildId!: string;
}

export class CopyDifferenceDto {
  @IsString() readonly table!: string;
  @IsString() readonly key!: string;
  /** What of the row is not as the facts say; no values. */
  @IsString() readonly found!: string;
}

export class RebuildRunDto {
  @IsId() readonly id!: string;
  @IsString() readonly consumer!: string;
  @IsIn(['running', 'equal', 'different', 'switched', 'failed']) readonly state!: string;
  /** Facts that were applied again. */
  @IsInt() readonly facts!: number;
  /** Rows that were compared. */
  @IsInt() readonly compared!: number;
  @IsLines(() => CopyDifferenceDto, { min: 0 }) readonly differences!: readonly CopyDifferenceDto[];
  @IsOptional() @IsString() readonly error?: string;
  @IsString() readonly startedAt!: string;
  @IsOptional() @IsString() readonly endedAt?: string;
}

export class WaitDto {
  /** A consumer, or what the process or its database waits for. */
  @IsString() readonly what!: string;
  @IsInt() readonly count!: number;
  @IsString() readonly since!: string;
  @IsOptional() @IsString() readonly why?: string;
}

export class StreamDto {
  @IsString() readonly consumer!: string;
  @IsString() readonly topic!: string;
  @IsString() readonly key!: string;
  @IsString() readonly state!: string;
  @IsString() readonly since!: string;
  @IsOptional() @IsString() readonly waitsFor?: string;
  @IsInt() readonly kept!: number;
  @IsInt() readonly firstSequence!: number;
  @IsOptional() @IsString() readonly errorCode?: string;
  @IsOptional() @IsString() readonly errorMessage?: string;
}

export class KeptEventDto {
  @IsInt() readonly sequence!: number;
  @IsString() readonly keptAs!: string;
  @IsString() readonly keptAt!: string;
  @IsOptional() @IsString() readonly place?: string;
  readonly headers!: Readonly<Record<string, string>>;
  /** Only where the text does not say it all: the bytes of each header in base64, after a comma those of the next of its name. */
  readonly rawHeaders?: Readonly<Record<string, string>>;
  /** As text; in base64 when it is not UTF-8. */
  @IsOptional() @IsString() readonly body?: string;
  @IsOptional() @IsString() readonly errorCode?: string;
  @IsOptional() @IsString() readonly errorMessage?: string;
}

export class ReplayedDto {
  @IsInt() readonly replayed!: number;
  @IsInt() readonly stillParked!: number;
}
