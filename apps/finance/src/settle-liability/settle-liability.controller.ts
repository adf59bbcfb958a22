import { type Caller, column, Commands, defineList, From, ListReader, Lists, type Page, refersTo, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { LIABILITY_KINDS, LiabilitySettlement } from '../domain/liability-settlement.js';
import { JOURNAL_ENTRIES } from '../views/journal-entry.list.js';
import { LiabilitySettlementDto, LiabilitySettlementsQuery, SettleLiabilityDto, showSettlement } from './settle-liability.dto.js';
import { SETTLE, SettleLiabilityHandler } from './settle-liability.handler.js';

const LIABILITY_SETTLEMENTS = defineList({
  row: LiabilitySettlementDto,
  permission: 'finance.ledger.view',
  from: 'liability_settlement',
  columns: {
    settlementId: column.id('id'),
    number: column.text('number'),
    kind: column.choice('kind', LIABILITY_KINDS),
    periodStartsOn: column.date('period_starts_on'),
    periodEndsOn: column.date('period_ends_on'),
    account: column.text('account_code'),
    settledOn: column.date('settled_on'),
    postedOn: column.date('posted_on'),
    currency: column.text('currency'),
    amount: column.decimal('amount'),
    reference: column.optional(column.text('reference')),
    journalEntryId: column.id('entry_id'),
  },
  order: '-settlementId',
  references: { journalEntry: refersTo(() => JOURNAL_ENTRIES, 'journalEntryId') },
  show: (row, database) => showSettlement(database.table(LiabilitySettlement).read(row)),
});

@Controller('liability-settlements')
export class SettleLiabilityController {
  constructor(
    private readonly commands: Commands,
    private readonly settleLiability: SettleLiabilityHandler,
    private readonly lists: ListReader,
  ) {}

  @Post()
  @RequiresPermission(SETTLE, { limits: ['approvalLimit'] })
  @Returns(
    201,
    LiabilitySettlementDto,
    'Settle sales tax, payroll tax, social insurance or wages of before, for a time',
    'amount-exceeds-open',
    'amount-zero',
    'above-approval-limit',
    'amount-too-fine',
    'account-unknown',
    'account-unfit',
    'account-inactive',
    'date-range',
    'date-in-future',
    'backdate-forbidden',
    'period-closed',
    'fiscal-year-missing',
    'company-not-ready',
  )
  settle(@Body() body: SettleLiabilityDto, @From() caller: Caller) {
    return this.commands.run(this.settleLiability, body, caller);
  }

  @Get()
  @Lists(LIABILITY_SETTLEMENTS, 'Settlements of tax and wages, newest first')
  list(@Query() query: LiabilitySettlementsQuery, @From() caller: Caller): Promise<Page<LiabilitySettlementDto>> {
    return this.lists.page(LIABILITY_SETTLEMENTS, query, caller);
  }
}
