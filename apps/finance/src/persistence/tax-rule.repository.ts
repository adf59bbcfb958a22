import type { TaxCategory } from '@millrace/contracts';
import type { LocalDate } from '@millrace/kernel';
import { defineEntity, p, PriceType, statement, type Transaction } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { type ANY, TaxRule } from '../domain/tax.js';

export const TaxRuleSchema = defineEntity({
  class: TaxRule,
  tableName: 'tax_rule',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    country: p.text(),
    taxCategory: p.text().$type<TaxCategory | typeof ANY>(),
    validFrom: p.date().$type<LocalDate>(),
    validTo: p.date().$type<LocalDate>().nullable(),
    code: p.text(),
    name: p.text(),
    rate: p.type(PriceType),
  },
});

const RULES = statement('select * from tax_rule where company_id = $1');

@Injectable()
export class TaxRuleRepository {
  /** All rules of a company: a few dozen at most. */
  async all(tx: Transaction, companyId: string): Promise<TaxRule[]> {
    return (await tx.query<Record<string, unknown>>(RULES, [companyId])).map((row) => tx.table(TaxRule).read(row));
  }
}
