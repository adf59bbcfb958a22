import type { TaxCategory } from '@millrace/contracts';
import type { LocalDate } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { defineEntity, p, PriceType, statement, type Transaction } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { type ANY, TaxRule } from '../domain/tax.js';
import { lockCompany } from './lock-company.js';

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
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    successorId: p.uuid().nullable(),
  },
});

const RULES = statement('select * from tax_rule where company_id = $1');

/** A company's rules, and those that were ended. */
export type TaxRuleBook = Readonly<{ rules: TaxRule[]; changed: Set<TaxRule> }>;

@Injectable()
export class TaxRuleRepository {
  /** All rules of a company: a few dozen at most. */
  async all(tx: Transaction, companyId: string): Promise<TaxRule[]> {
    return (await tx.query<Record<string, unknown>>(RULES, [companyId])).map((row) => tx.table(TaxRule).read(row));
  }

  /** The same to change them: nobody else does until the end. @returns undefined when the company is not known yet. */
  async lock(tx: UnitOfWork, companyId: string): Promise<TaxRuleBook | undefined> {
    if (!(await lockCompany(tx, companyId))) return undefined;
    const book = { rules: await this.all(tx, companyId), changed: new Set<TaxRule>() };
    tx.beforeCommit(() => tx.table(TaxRule).update(tx, [...book.changed], 'validTo', 'endedAt', 'endedBy', 'successorId'));
    return book;
  }
}
