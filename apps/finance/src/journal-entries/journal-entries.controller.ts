import { type Caller, Commands, Expands, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { JournalEntryRepository } from '../persistence/journal-entry.repository.js';
import { JournalEntryDto, type JournalEntrySummaryDto } from '../views/journal-entry.dto.js';
import { JOURNAL_ENTRIES } from '../views/journal-entry.list.js';
import { viewOf } from '../views/journal-entry.view.js';
import { ENTRY_REFUSALS, JournalEntriesQuery, PostEntryDto, ReverseEntryDto } from './journal-entries.dto.js';
import { POST, PostEntryHandler } from './post-entry.handler.js';
import { REVERSE, ReverseEntryHandler } from './reverse-entry.handler.js';

@Controller('journal-entries')
export class JournalEntriesController {
  constructor(
    private readonly commands: Commands,
    private readonly postEntry: PostEntryHandler,
    private readonly reverseEntry: ReverseEntryHandler,
    private readonly journal: JournalEntryRepository,
    private readonly lists: ListReader,
  ) {}

  @Post()
  /** Above the limit of its maker an entry waits for somebody else: `POST /v1/pending-entries`. */
  @RequiresPermission(POST, { limits: ['approvalLimit'] })
  @Returns(201, JournalEntryDto, 'Post an entry of your own', 'above-approval-limit', ...ENTRY_REFUSALS)
  post(@Body() body: PostEntryDto, @From() caller: Caller) {
    return this.commands.run(this.postEntry, body, caller);
  }

  @Post(':journalEntryId/reversal')
  @RequiresPermission(REVERSE, { limits: ['approvalLimit'] })
  @Returns(
    201,
    JournalEntryDto,
    'Mend an entry by one the other way round',
    'entry-reversed',
    'entry-of-document',
    'above-approval-limit',
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
  @Lists(JOURNAL_ENTRIES, 'Journal entries, newest first')
  list(@Query() query: JournalEntriesQuery, @From() caller: Caller): Promise<Page<JournalEntrySummaryDto>> {
    return this.lists.page(JOURNAL_ENTRIES, query, caller);
  }

  @Get(':journalEntryId')
  @RequiresPermission('finance.ledger.view')
  @Expands(JOURNAL_ENTRIES)
  @Returns(200, JournalEntryDto, 'One journal entry')
  async get(@Param('journalEntryId') journalEntryId: string, @From() caller: Caller): Promise<JournalEntryDto> {
    const entry = await this.journal.byId(caller.companyId, journalEntryId);
    if (!entry) throw new ProblemException(404, 'not-found', 'There is no journal entry with this id.');
    return viewOf(entry);
  }
}
