import { Body, Controller, Get, HttpCode, Post, Query, type Type } from '@nestjs/common';
import { type Caller, From, RequiresPermission } from '../http/access.js';
import type { Page } from '../http/pages.js';
import { Returns } from '../http/returns.js';
import { KeptEvents } from './kept-events.js';
import { DiscardDto, KeptEventDto, ReplayDto, ReplayedDto, StreamDto, StreamQuery, StreamsQuery } from './operations.dto.js';

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
  }
  return OperationsController;
}
