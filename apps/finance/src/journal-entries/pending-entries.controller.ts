import { type Caller, Commands, Expands, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { APPROVE_ENTRY } from '../domain/pending-entry.js';
import { notFound } from '../domain/refusals.js';
import { PendingEntryRepository } from '../persistence/pending-entry.repository.js';
import { ApproveEntryHandler } from './approve-entry.handler.js';
import { ENTRY_REFUSALS, PostEntryDto } from './journal-entries.dto.js';
import { PENDING_ENTRIES, PendingEntriesQuery, PendingEntryDto, RejectEntryDto, showPending } from './pending-entries.dto.js';
import { RejectEntryHandler } from './reject-entry.handler.js';
import { SubmitEntryHandler } from './submit-entry.handler.js';

@Controller('pending-entries')
export class PendingEntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly submitEntry: SubmitEntryHandler,
    private readonly approveEntry: ApproveEntryHandler,
    private readonly rejectEntry: RejectEntryHandler,
    private readonly pending: PendingEntryRepository,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission('finance.journal-entry.submit')
  @Returns(201, PendingEntryDto, 'Make an entry for somebody else to post', ...ENTRY_REFUSALS)
  submit(@Body() body: PostEntryDto, @From() caller: Caller) {
    return this.commands.run(this.submitEntry, body, caller);
  }

  @Post(':pendingEntryId/approval')
  @HttpCode(200)
  @RequiresPermission(APPROVE_ENTRY, { limits: ['approvalLimit'] })
  @Returns(
    200,
    PendingEntryDto,
    'Post what somebody else entered',
    'self-approval',
    'above-approval-limit',
    'entry-decided',
    'version-stale',
    ...ENTRY_REFUSALS,
  )
  approve(@Param('pendingEntryId') pendingEntryId: string, @From() caller: Caller) {
    return this.commands.run(this.approveEntry, { pendingEntryId, seen: caller.ifMatch }, caller);
  }

  @Post(':pendingEntryId/rejection')
  @HttpCode(200)
  @RequiresPermission(APPROVE_ENTRY)
  @Returns(200, PendingEntryDto, 'Give up what was entered', 'entry-decided', 'version-stale')
  reject(@Param('pendingEntryId') pendingEntryId: string, @Body() body: RejectEntryDto, @From() caller: Caller) {
    return this.commands.run(this.rejectEntry, { ...body, pendingEntryId, seen: caller.ifMatch }, caller);
  }

  @Get()
  @Lists(PENDING_ENTRIES, 'Entries that wait for approval, and what became of others, newest first')
  list(@Query() query: PendingEntriesQuery, @From() caller: Caller): Promise<Page<PendingEntryDto>> {
    return this.lists.page(PENDING_ENTRIES, query, caller);
  }

  @Get(':pendingEntryId')
  @RequiresPermission('finance.ledger.view')
  @Expands(PENDING_ENTRIES)
  @Returns(200, PendingEntryDto, 'One entry that waits for approval, or what became of it')
  async get(@Param('pendingEntryId') pendingEntryId: string, @From() caller: Caller): Promise<PendingEntryDto> {
    const entry = await this.pending.byId(caller.companyId, pendingEntryId);
    if (!entry) throw ProblemException.of(notFound('pending entry'));
    return showPending(entry);
  }
}
