import type { ReturnAuthorisedV1 } from '@millrace/contracts';
import { indexBy } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, defineEntity, p, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { BillingReturn } from '../domain/billing-return.js';

export const BillingReturnSchema = defineEntity({
  class: BillingReturn,
  tableName: 'billing_return',
  properties: { companyId: p.uuid().primary(), returnId: p.uuid().primary(), body: p.json().$type<ReturnAuthorisedV1>() },
});

const BY_IDS = statement('select * from billing_return where company_id = $1 and return_id = any($2::uuid[])');

@Injectable()
export class BillingReturnRepository {
  async byIds(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<Map<string, BillingReturn>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<Record<string, unknown>>(BY_IDS, [companyId, arrayLiteral(ids, false)]);
    return indexBy(
      rows.map((row) => tx.table(BillingReturn).read(row)),
      (each) => each.returnId,
    );
  }
}
