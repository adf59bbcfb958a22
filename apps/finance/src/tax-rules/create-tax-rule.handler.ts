import { Clock, Decimal, isRefusal, type LocalDate, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { companyNotReady } from '../domain/refusals.js';
import { addTaxRule, TaxRule } from '../domain/tax.js';
import { type TaxRuleBook, TaxRuleRepository } from '../persistence/tax-rule.repository.js';
import { type CreateTaxRuleDto, showTaxRule, type TaxRuleDto } from './tax-rules.dto.js';

/** A rate from a day on. What was taxed before stays as it is. */
@Injectable()
export class CreateTaxRuleHandler implements CommandHandler<CreateTaxRuleDto, TaxRuleBook | undefined, TaxRuleDto> {
  readonly name = 'create-tax-rule';

  constructor(
    private readonly rules: TaxRuleRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<CreateTaxRuleDto>[], tx: UnitOfWork): Promise<TaxRuleBook | undefined> {
    return this.rules.lock(tx, commands[0]!.companyId);
  }

  handle({ companyId, actor, request }: Command<CreateTaxRuleDto>, book: TaxRuleBook | undefined, tx: UnitOfWork): Outcome<TaxRuleDto> {
    if (!book) return companyNotReady;
    const { country, taxCategory, validFrom, validTo, code, name, rate } = request;
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
      endedAt: null,
      endedBy: null,
      successorId: null,
    });
    const added = addTaxRule(book.rules, rule, actor, this.clock.now());
    if (isRefusal(added)) return added;
    if (added.ended) book.changed.add(added.ended);
    tx.insert(rule, ...(added.resumed ? [added.resumed] : []));
    return () => showTaxRule(rule);
  }
}
