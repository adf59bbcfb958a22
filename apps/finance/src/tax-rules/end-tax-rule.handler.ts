import { Clock, isRefusal, type LocalDate } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { companyNotReady, notFound } from '../domain/refusals.js';
import { type TaxRuleBook, TaxRuleRepository } from '../persistence/tax-rule.repository.js';
import { type EndTaxRuleDto, showTaxRule, type TaxRuleDto } from './tax-rules.dto.js';

export type EndTaxRule = EndTaxRuleDto & Readonly<{ taxRuleId: string }>;

/** Ends a rule, or ends it earlier than it would. */
@Injectable()
export class EndTaxRuleHandler implements CommandHandler<EndTaxRule, TaxRuleBook | undefined, TaxRuleDto> {
  readonly name = 'end-tax-rule';

  constructor(
    private readonly rules: TaxRuleRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<EndTaxRule>[], tx: UnitOfWork): Promise<TaxRuleBook | undefined> {
    return this.rules.lock(tx, commands[0]!.companyId);
  }

  handle({ actor, request }: Command<EndTaxRule>, book: TaxRuleBook | undefined): Outcome<TaxRuleDto> {
    if (!book) return companyNotReady;
    const rule = book.rules.find((each) => each.id === request.taxRuleId);
    if (!rule) return notFound('tax rule');
    const refusal = rule.end(request.validTo as LocalDate, actor, this.clock.now());
    if (isRefusal(refusal)) return refusal;
    book.changed.add(rule);
    return showTaxRule(rule);
  }
}
