import { MessagingRuntime, type RebuildRun } from '@millrace/messaging';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, type Type } from '@nestjs/common';
import { type Caller, From, RequiresPermission } from '../http/access.js';
import { type Page, PageQuery } from '../http/pages.js';
import { Located, Returns } from '../http/returns.js';
import { nameAfter } from '../openapi/name-after.js';
import { KeptEvents } from './kept-events.js';
import { Copies } from './copies.js';
import { HeldStreams } from './held-streams.js';
import {
  DiscardDto,
  DiscardedDto,
  DiscardParkedDto,
  HeldStreamDto,
  KeptEventDto,
  RebuildBegunDto,
  RebuildDto,
  RebuildRunDto,
  ReleaseDto,
  ReplayDto,
  ReplayedDto,
  StreamDto,
  StreamQuery,
  StreamsQuery,
  WaitDto,
} from './operations.dto.js';

/** Repair for operators: what a service could not apply, and what it waits for. */
export function operationsController(service: string): Type<object> {
  @Controller(`operations/${service}`)
  class OperationsController {
    constructor(
      private readonly kept: KeptEvents,
      private readonly held: HeldStreams,
      private readonly copies: Copies,
      @Inject(MessagingRuntime) private readonly messaging: MessagingRuntime,
    ) {}

    @Get('waits')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, [WaitDto], `What the answering process of ${service} waits for, and since when`)
    waits(): Promise<WaitDto[]> {
      return this.messaging.waits();
    }

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
    replay(@Body() body: ReplayDto, @From() caller: Caller) {
      return this.kept.replay(body, caller);
    }

    @Post('discards')
    @HttpCode(204)
    @RequiresPermission('operations.stream.discard', { company: false })
    @Returns(204, undefined, `Give up the first kept event of a parked stream of ${service}, with a reason`, 'event-not-first')
    discard(@Body() body: DiscardDto, @From() caller: Caller): Promise<void> {
      return this.kept.discard(body, caller);
    }

    @Post('discards/bulk')
    @HttpCode(200)
    @RequiresPermission('operations.stream.discard', { company: false })
    @Returns(200, DiscardedDto, `Give up, in every parked stream of ${service} that matches, the event that it is parked for`, 'filter-required')
    discardParked(@Body() body: DiscardParkedDto, @From() caller: Caller) {
      return this.kept.discardParked(body, caller);
    }

    @Get('held-streams')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, { page: HeldStreamDto }, `Streams of ${service} whose facts the broker refuses, oldest first`)
    listHeld(@Query() query: PageQuery): Promise<Page<HeldStreamDto>> {
      return this.held.list(query);
    }

    @Post('held-streams/releases')
    @HttpCode(204)
    @RequiresPermission('operations.stream.release', { company: false })
    @Returns(204, undefined, `Publish a held stream of ${service} again, from the fact that was refused`, 'stream-not-held')
    release(@Body() body: ReleaseDto, @From() caller: Caller): Promise<void> {
      return this.held.release(body, caller);
    }

    @Get('rebuilds')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, [RebuildRunDto], `Rebuilds of copies of ${service}, newest first, at most 50`)
    async listRebuilds(): Promise<RebuildRunDto[]> {
      return (await this.copies.list()).map(shownRun);
    }

    @Get('rebuilds/:rebuildId')
    @RequiresPermission('operations.stream.view', { company: false })
    @Returns(200, RebuildRunDto, `How far a rebuild of ${service} is, and what it found`)
    async showRebuild(@Param('rebuildId') rebuildId: string): Promise<RebuildRunDto> {
      return shownRun(await this.copies.show(rebuildId));
    }

    @Post('rebuilds')
    @HttpCode(202)
    @RequiresPermission('operations.copy.rebuild', { company: false })
    @Located(`/v1/operations/${service}/rebuilds/{rebuildId}`)
    @Returns(202, RebuildBegunDto, `Build a copy of ${service} again from the first fact on`, 'consumer-not-rebuildable', 'rebuild-under-way')
    rebuild(@Body() body: RebuildDto, @From() caller: Caller): Promise<RebuildBegunDto> {
      return this.copies.rebuild(body, caller);
    }
  }
  return nameAfter(service, OperationsController);
}

/** What there is nothing to say of is absent. */
function shownRun({ error, endedAt, ...run }: RebuildRun): RebuildRunDto {
  return { ...run, ...(error === null ? {} : { error }), ...(endedAt === null ? {} : { endedAt }) };
}
