import { IsName, IsNote } from '@millrace/contracts';
import { Body, Controller, Get, HttpCode, Post, Query, type Type } from '@nestjs/common';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { type Caller, From, RequiresPermission } from '../http/access.js';
import { type Page, PageQuery } from '../http/pages.js';
import { Returns } from '../http/returns.js';
import { KeptEvents } from './kept-events.js';

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

/** Repair for operators: what a service could not apply, and what it waits for. */
export function operationsController(service: string): Type<object> {
  @Controller(`operations/${service}`)
  class OperationsController {
    constructor(private readonly kept: KeptEvents) {}

    @Get('streams')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, { page: StreamDto }, `Streams of ${service} that wait or are parked, oldest first`)
    list(@Query() query: StreamsQuery): Promise<Page<StreamDto>> {
      return this.kept.list(query);
    }

    @Get('kept-events')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, { page: KeptEventDto }, `What is kept of one stream of ${service}, in order`)
    show(@Query() query: StreamQuery): Promise<Page<KeptEventDto>> {
      return this.kept.show(query);
    }

    @Post('replays')
    @HttpCode(200)
    @RequiresPermission('operations.stream.replay', { company: false })
    @Returns(200, ReplayedDto, `Apply what is parked in ${service} again, in order`)
    replay(@Body() body: ReplayDto, @From() caller: Caller): Promise<ReplayedDto> {
      return this.kept.replay(body, caller.subject);
    }

    @Post('discards')
    @HttpCode(204)
    @RequiresPermission('operations.stream.discard', { company: false })
    @Returns(204, undefined, `Give up the first kept event of a parked stream of ${service}, with a reason`, 'event-not-first')
    discard(@Body() body: DiscardDto, @From() caller: Caller): Promise<void> {
      return this.kept.discard(body, caller.subject);
    }
  }
  return OperationsController;
}
