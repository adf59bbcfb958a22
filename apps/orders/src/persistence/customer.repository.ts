import { indexBy, unique } from '@millrace/kernel';
import type { UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, defineEntity, p, statement } from '@millrace/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Customer } from '../domain/customer.js';

export const CustomerSchema = defineEntity({
  class: Customer,
  tableName: 'customer',
  properties: {
    companyId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    country: p.text(),
    address: p.text().nullable(),
    reference: p.text().nullable(),
    paymentTermDays: p.integer(),
    active: p.boolean(),
    createdAt: p.datetime(),
    version: p.integer(),
  },
});

const BY_IDS = statement('select * from customer where company_id = $1 and id = any($2::uuid[])');
const TAKEN = statement('select * from customer where company_id = $1 and (id = any($2::uuid[]) or reference = any($3))');
const LOCK = statement('select * from customer where company_id = $1 and id = any($2::uuid[]) order by id for update');
const BY_ID = statement('select * from customer where company_id = $1 and id = $2');

@Injectable()
export class CustomerRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  async byIds(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    const rows = await tx.query<Record<string, unknown>>(BY_IDS, [companyId, arrayLiteral(unique(ids), false)]);
    return indexBy(
      rows.map((row) => tx.table(Customer).read(row)),
      (customer) => customer.id,
    );
  }

  /** The customers that have one of these ids or references. */
  async taken(tx: UnitOfWork, companyId: string, ids: readonly string[], references: readonly string[]): Promise<Customer[]> {
    const rows = await tx.query<Record<string, unknown>>(TAKEN, [companyId, arrayLiteral(ids, false), arrayLiteral(references, true)]);
    return rows.map((row) => tx.table(Customer).read(row));
  }

  /** Customers to be changed, written back before the commit. */
  async lock(tx: UnitOfWork, companyId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [companyId, arrayLiteral(unique(ids), false)]);
    const customers = rows.map((row) => tx.table(Customer).read(row));
    tx.beforeCommit(() => tx.table(Customer).update(tx, customers, 'name', 'country', 'address', 'paymentTermDays', 'active', 'version'));
    return indexBy(customers, (customer) => customer.id);
  }

  byId(companyId: string, id: string): Promise<Customer | undefined> {
    return this.database.transaction(companyId, async (tx) => {
      const [row] = await tx.query<Record<string, unknown>>(BY_ID, [companyId, id]);
      return row && tx.table(Customer).read(row);
    });
  }
}
