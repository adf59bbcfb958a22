import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsLocalDate, IsRate } from '@millrace/contracts';
import { Decimal, type LocalDate } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Body, Controller, Get, Injectable, Post } from '@nestjs/common';
import { PayrollRule } from '../domain/payroll-rule.js';
import { payrollRuleExists, ratesTooHigh } from '../domain/refusals.js';
import { PayrollRuleRepository } from '../persistence/payroll-rule.repository.js';

export class PayrollRuleDto {
  @IsLocalDate() readonly validFrom!: string;
  /** Shares of gross: "0.15" is 15 %. */
  @IsRate() readonly taxRate!: string;
  @IsRate() readonly employeeSocialRate!: string;
  @IsRate() readonly employerSocialRate!: string;
}

@Injectable()
export class SetPayrollRuleHandler implements CommandHandler<PayrollRuleDto, PayrollRule[], PayrollRuleDto> {
  readonly name = 'set-payroll-rule';

  constructor(private readonly rules: PayrollRuleRepository) {}

  load(commands: readonly Command<PayrollRuleDto>[], tx: UnitOfWork): Promise<PayrollRule[]> {
    return this.rules.all(tx, commands[0]!.companyId);
  }

  handle({ companyId, request }: Command<PayrollRuleDto>, rules: PayrollRule[], tx: UnitOfWork): Outcome<PayrollRuleDto> {
    const { validFrom, taxRate, employeeSocialRate, employerSocialRate } = request;
    if (rules.some((rule) => rule.validFrom === validFrom)) return payrollRuleExists;
    if (new Decimal(taxRate).plus(employeeSocialRate).greaterThan(1)) return ratesTooHigh;
    const rule = Object.assign(new PayrollRule(), {
      companyId,
      validFrom: validFrom as LocalDate,
      taxRate: new Decimal(taxRate),
      employeeSocialRate: new Decimal(employeeSocialRate),
      employerSocialRate: new Decimal(employerSocialRate),
    });
    rules.push(rule);
    tx.insert(rule);
    return show(rule);
  }
}

@Controller('payroll-rules')
export class PayrollRulesController {
  constructor(
    private readonly commands: Commands,
    private readonly setPayrollRule: SetPayrollRuleHandler,
    private readonly rules: PayrollRuleRepository,
  ) {}

  @Post()
  @RequiresPermission('hr.payroll-rule.create')
  @Returns(201, PayrollRuleDto, 'Set the flat rates of payroll from a day on', 'payroll-rule-exists', 'rates-too-high')
  set(@Body() body: PayrollRuleDto, @From() caller: Caller) {
    return this.commands.run(this.setPayrollRule, body, caller);
  }

  @Get()
  @RequiresPermission('hr.payroll-rule.view')
  @Returns(200, [PayrollRuleDto], 'Rates of payroll, oldest first')
  async list(@From() caller: Caller): Promise<PayrollRuleDto[]> {
    return (await this.rules.list(caller.companyId)).map(show);
  }
}

function show({ validFrom, taxRate, employeeSocialRate, employerSocialRate }: PayrollRule): PayrollRuleDto {
  return { validFrom, taxRate: taxRate.toFixed(), employeeSocialRate: employeeSocialRate.toFixed(), employerSocialRate: employerSocialRate.toFixed() };
}
