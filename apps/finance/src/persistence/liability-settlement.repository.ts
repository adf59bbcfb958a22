import { Decimal, type LocalDate } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { AmountType, defineEntity, p, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { type LiabilityKind, LiabilitySettlement, OpenedWages } from '../domain/liability-settlement.js';
import { lockCompany } from './lock-company.js';

export const LiabilitySettlementSchema = defineEntity({
  class: LiabilitySettlement,
  tableName: 'liability_settlement',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.text(),
    kind: p.text().$type<LiabilityKind>(),
    periodStartsOn: p.date().$type<LocalDate>(),
    periodEndsOn: p.date().$type<LocalDate>(),
    accountCode: p.text(),
    reference: p.text().nullable(),
    settledOn: p.date().$type<LocalDate>(),
    postedOn: p.date().$type<LocalDate>(),
    currency: p.text(),
    amount: p.type(AmountType),
    entryId: p.uuid(),
    recordedAt: p.datetime(),
  },
});

// Opening entries are in the journal of what people enter, which is short.
const OPENED_WAGES = statement(`
  select a.code, coalesce(o.amount, 0) as opened, coalesce(s.amount, 0) as settled from ledger_account a
  left join (select l.account_code, sum(l.credit - l.debit) as amount from journal_entry e join journal_line l on l.company_id = e.company_id and l.entry_id = e.id
    where e.company_id = $1 and e.journal = 'GEN' and e.source = 'opening' group by 1) o on o.account_code = a.code
  left join (select account_code, sum(amount) as amount from liability_settlement where company_id = $1 and kind = 'wages' group by 1) s on s.account_code = a.code
  where a.company_id = $1 and a.control = 'wages'`);

@Injectable()
export class LiabilitySettlementRepository {
  /** What opening entries brought of net wages, by account; nobody else settles until the end. */
  async openedWages(tx: UnitOfWork, companyId: string): Promise<ReadonlyMap<string, OpenedWages>> {
    await lockCompany(tx, companyId);
    const rows = await tx.query<{ code: string; opened: string; settled: string }>(OPENED_WAGES, [companyId]);
    return new Map(rows.map(({ code, opened, settled }) => [code, new OpenedWages(new Decimal(opened), new Decimal(settled))]));
  }
}
