import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Database } from '@millrace/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { TaxRuleRepository } from '../persistence/tax-rule.repository.js';
import { CreateTaxRuleHandler } from './create-tax-rule.handler.js';
import { EndTaxRuleHandler } from './end-tax-rule.handler.js';
import { CreateTaxRuleDto, EndTaxRuleDto, showTaxRule, TaxRuleDto } from './tax-rules.dto.js';

@Controller('tax-rules')
export class TaxRulesController {
  constructor(
    private readonly commands: Commands,
    private readonly createTaxRule: CreateTaxRuleHandler,
    private readonly endTaxRule: EndTaxRuleHandler,
    private readonly rules: TaxRuleRepository,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Post()
  @RequiresPermission('finance.tax-rule.create')
  @Returns(
    201,
    TaxRuleDto,
    'Add a tax rate for a country, a category and a time; the open one before it ends the day before',
    'tax-rule-overlaps',
    'date-range',
    'company-not-ready',
  )
  create(@Body() body: CreateTaxRuleDto, @From() caller: Caller) {
    return this.commands.run(this.createTaxRule, body, caller);
  }

  @Post(':taxRuleId/ending')
  @HttpCode(200)
  @RequiresPermission('finance.tax-rule.end')
  @Returns(200, TaxRuleDto, 'End a tax rule: it holds up to a day', 'tax-rule-ended', 'date-range', 'company-not-ready')
  end(@Param('taxRuleId') taxRuleId: string, @Body() body: EndTaxRuleDto, @From() caller: Caller) {
    return this.commands.run(this.endTaxRule, { ...body, taxRuleId }, caller);
  }

  @Get()
  @RequiresPermission('finance.tax-rule.view')
  @Returns(200, [TaxRuleDto], 'Tax rules')
  async list(@From() caller: Caller): Promise<TaxRuleDto[]> {
    const rules = await this.database.transaction(caller.companyId, (tx) => this.rules.all(tx, caller.companyId));
    return rules.map(showTaxRule);
  }
}
