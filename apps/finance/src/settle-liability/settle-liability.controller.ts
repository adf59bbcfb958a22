import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { LiabilitySettlementRepository } from '../persistence/liability-settlement.repository.js';
import { LiabilitySettlementDto, LiabilitySettlementsQuery, SettleLiabilityDto, showSettlement } from './settle-liability.dto.js';
import { SettleLiabilityHandler } from './settle-liability.handler.js';

@Controller('liability-settlements')
export class SettleLiabilityController {
  constructor(
    private readonly commands: Commands,
    private readonly settleLiability: SettleLiabilityHandler,
    private readonly settlements: LiabilitySettlementRepository,
  ) {}

  @Post()
  @RequiresPermission('finance.liability.settle')
  @Returns(
    201,
    LiabilitySettlementDto,
    'Settle sales tax, payroll tax, social insurance or wages of before, for a time',
    'amount-exceeds-open',
    'amount-zero',
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
  @RequiresPermission('finance.ledger.view')
  @Returns(200, { page: LiabilitySettlementDto }, 'Settlements of tax and wages, newest first')
  async list(@Query() query: LiabilitySettlementsQuery, @From() caller: Caller): Promise<Page<LiabilitySettlementDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    return pageOf(await this.settlements.list(caller.companyId, query.kind, before, limit + 1), limit, showSettlement, (each) => [each.id]);
  }
}
