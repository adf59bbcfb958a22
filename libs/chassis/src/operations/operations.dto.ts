import { IsName, IsNote } from '@millrace/contracts';
import { PageQuery } from '../http/pages.js';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

const STATES = ['parked', 'waiting'] as const;

export class StreamsQuery extends PageQuery {
  @IsOptional() @IsIn(STATES) readonly state?: (typeof STATES)[number];
}

export class StreamQuery extends PageQuery {
  @IsString() @MaxLength(200) readonly consumer!: string;
  @IsString() @MaxLength(200) readonly topic!: string;
  @IsString() @MaxLength(400) readonly key!: string;
}

export class ReplayDto {
  /** Replays every parked stream of the service, or of `consumer`; else name one stream. */
  @IsOptional() @IsBoolean() readonly all?: boolean;
  @IsOptional() @IsName() readonly consumer?: string;
  @IsOptional() @IsName() readonly topic?: string;
  @IsOptional() @IsString() @MaxLength(400) readonly key?: string;
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
  /** As text; in base64 when it is not UTF-8. */
  @IsOptional() @IsString() readonly body?: string;
  @IsOptional() @IsString() readonly errorCode?: string;
  @IsOptional() @IsString() readonly errorMessage?: string;
}

export class ReplayedDto {
  @IsInt() readonly replayed!: number;
  @IsInt() readonly stillParked!: number;
}
