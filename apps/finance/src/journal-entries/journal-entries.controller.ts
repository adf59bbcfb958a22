import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { JournalEntryRepository } from '../persistence/journal-entry.repository.js';
import { JournalEntriesQuery, JournalEntryDto, JournalEntrySummaryDto, PostEntryDto, ReverseEntryDto } from './journal-entries.dto.js';
import { summaryOf, viewOf } from './journal-entry.view.js';
import { PostEntryHandler } from './post-entry.handler.js';
import { ReverseEntryHandler } from './reverse-entry.handler.js';

@Controller('journal-entries')
export class JournalEntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly postEntry: PostEntryHandler,
    private readonly reverseEntry: ReverseEntryHandler,
    private readonly journal: JournalEntryRepository,
  ) {}

  @Post()
  @RequiresPermission('finance.journal-entry.post')
  @Returns(
    201,
    JournalEntryDto,
    'Post an entry of your own',
    'entry-unbalanced',
    'line-sides',
    'account-unknown',
    'account-inactive',
    'control-account',
    'receivable-opening',
    'opening-receipt-required',
    'opening-forbidden',
    'amount-too-fine',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  post(@Body() body: PostEntryDto, @From() caller: Caller) {
    return this.commands.run(this.postEntry, body, caller);
  }

  @Post(':journalEntryId/reversal')
  @RequiresPermission('finance.journal-entry.reverse')
  @Returns(
    201,
    JournalEntryDto,
    'Mend an entry by one the other way round',
    'entry-reversed',
    'entry-of-document',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  reverse(@Param('journalEntryId') journalEntryId: string, @Body() body: ReverseEntryDto, @From() caller: Caller) {
    return this.commands.run(this.reverseEntry, { ...body, journalEntryId }, caller);
  }

  @Get()
  @RequiresPermission('finance.ledger.view')
  @Returns(200, { page: JournalEntrySummaryDto }, 'Journal entries, newest first')
  async list(@Query() query: JournalEntriesQuery, @From() caller: Caller): Promise<Page<JournalEntrySummaryDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    return pageOf(await this.journal.list(caller.companyId, query, before, limit + 1), limit, summaryOf, (entry) => [entry.id]);
  }

  @Get(':journalEntryId')
  @RequiresPermission('finance.ledger.view')
  @Returns(200, JournalEntryDto, 'One journal entry')
  async get(@Param('journalEntryId') journalEntryId: string, @From() caller: Caller): Promise<JournalEntryDto> {
    const entry = await this.journal.byId(caller.companyId, journalEntryId);
    if (!entry) throw new ProblemException(404, 'not-found', 'There is no journal entry with this id.');
    return viewOf(entry);
  }
}
