import type { LocalDate } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { Database, defineEntity, p, PriceType, statement, type Transaction } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PayrollRule } from '../domain/payroll-rule.js';

export const PayrollRuleSchema = defineEntity({
  class: PayrollRule,
  tableName: 'payroll_rule',
  properties: {
    companyId: p.uuid().primary(),
    validFrom: p.date().$type<LocalDate>().primary(),
    taxRate: p.type(PriceType),
    employeeSocialRate: p.type(PriceType),
    employerSocialRate: p.type(PriceType),
  },
});

const RULES = statement('select * from payroll_rule where company_id = $1 order by valid_from');

@Injectable()
export class PayrollRuleRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Every rule of a company, oldest first. */
  all(tx: UnitOfWork, companyId: string): Promise<PayrollRule[]> {
    return read(tx, companyId);
  }

  list(companyId: string): Promise<PayrollRule[]> {
    return this.database.transaction(companyId, (tx) => read(tx, companyId));
  }
}

async function read(tx: Transaction, companyId: string): Promise<PayrollRule[]> {
  return (await tx.query<Record<string, unknown>>(RULES, [companyId])).map((row) => tx.table(PayrollRule).read(row));
}
