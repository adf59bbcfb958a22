import type { UnitOfWork } from '@millrace/messaging';
import { defineEntity, p, statement } from '@millrace/persistence';
import { Injectable } from '@nestjs/common';
import { CompanyCopy } from '../domain/company.js';

export const CompanyCopySchema = defineEntity({
  class: CompanyCopy,
  tableName: 'company_copy',
  properties: { companyId: p.uuid().primary(), country: p.text(), timeZone: p.text(), baseCurrency: p.text(), sequence: p.bigint('number') },
});

const COMPANY = statement('select * from company_copy where company_id = $1');

@Injectable()
export class CompanyRepository {
  async find(tx: UnitOfWork, companyId: string): Promise<CompanyCopy | undefined> {
    const [row] = await tx.query<Record<string, unknown>>(COMPANY, [companyId]);
    return row && tx.table(CompanyCopy).read(row);
  }
}
