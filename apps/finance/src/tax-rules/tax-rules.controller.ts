import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsId, IsLocalDate, IsName, IsRate, TAX_CATEGORIES, type TaxCategory } from '@millrace/contracts';
import { Decimal, type LocalDate, newId, Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Database } from '@millrace/persistence';
import { Body, Controller, Get, Inject, Injectable, Post } from '@nestjs/common';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ANY, TaxRule } from '../domain/tax.js';
import { TaxRuleRepository } from '../persistence/tax-rule.repository.js';

export class CreateTaxRuleDto {
  /** The customer's country, or "*" for any that has no rule of its own. */
  @Matches(/^([A-Z]{2}|\*)$/, { message: 'country must be an ISO 3166 country such as "GB", or "*"' }) readonly country!: string;
  @IsIn([...TAX_CATEGORIES, ANY]) readonly taxCategory!: TaxCategory | typeof ANY;
  @IsLocalDate() readonly validFrom!: string;
  /** The last day; open when absent. */
  @IsOptional() @IsLocalDate() readonly validTo?: string;
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
  /** "0.2" is 20 %. */
  @IsRate() readonly rate!: string;
}

export class TaxRuleDto extends CreateTaxRuleDto {
  @IsId() readonly taxRuleId!: string;
}

@Injectable()
export class CreateTaxRuleHandler implements CommandHandler<CreateTaxRuleDto, TaxRule[], TaxRuleDto> {
  readonly name = 'create-tax-rule';

  constructor(private readonly rules: TaxRuleRepository) {}

  load(commands: readonly Command<CreateTaxRuleDto>[], tx: UnitOfWork): Promise<TaxRule[]> {
    return this.rules.all(tx, commands[0]!.companyId);
  }

  handle({ companyId, request }: Command<CreateTaxRuleDto>, rules: TaxRule[], tx: UnitOfWork): Outcome<TaxRuleDto> {
    const { country, taxCategory, validFrom, validTo, code, name, rate } = request;
    if (validTo !== undefined && validTo < validFrom) return new Refusal('date-range', 'invalid', 'The last day lies before the first.');
    const overlaps = rules.some(
      (rule) =>
        rule.country === country &&
        rule.taxCategory === taxCategory &&
        rule.validFrom <= (validTo ?? '9999-12-31') &&
        validFrom <= (rule.validTo ?? '9999-12-31'),
    );
    if (overlaps) return new Refusal('tax-rule-overlaps', 'conflict', 'There is a rule for this country and category in part of this time already.');
    const rule = Object.assign(new TaxRule(), {
      companyId,
      id: newId(),
      country,
      taxCategory,
      validFrom: validFrom as LocalDate,
      validTo: (validTo ?? null) as LocalDate | null,
      code,
      name,
      rate: new Decimal(rate),
    });
    rules.push(rule);
    tx.insert(rule);
    return show(rule);
  }
}

@Controller('tax-rules')
export class TaxRulesController {
  constructor(
    private readonly commands: Commands,
    private readonly createTaxRule: CreateTaxRuleHandler,
    private readonly rules: TaxRuleRepository,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Post()
  @RequiresPermission('finance.tax-rule.create')
  @Returns(201, TaxRuleDto, 'Add a tax rate for a country, a category and a time', 'tax-rule-overlaps', 'date-range')
  create(@Body() body: CreateTaxRuleDto, @From() caller: Caller) {
    return this.commands.run(this.createTaxRule, body, caller);
  }

  @Get()
  @RequiresPermission('finance.tax-rule.view')
  @Returns(200, [TaxRuleDto], 'Tax rules')
  async list(@From() caller: Caller): Promise<TaxRuleDto[]> {
    const rules = await this.database.transaction(caller.companyId, (tx) => this.rules.all(tx, caller.companyId));
    return rules.map(show);
  }
}

function show({ id: taxRuleId, country, taxCategory, validFrom, validTo, code, name, rate }: TaxRule): TaxRuleDto {
  return { taxRuleId, country, taxCategory, validFrom, validTo: validTo ?? undefined, code, name, rate: rate.toFixed() };
}
