import { Migration } from '@millrace/persistence';

/** Contracts end, and one that ends before it begins is revoked: it stays, and covers no day. */
export class EndedContracts extends Migration {
  override up(): void {
    this.addSql(`alter table employment_contract add column revoked boolean not null default false, add column version int not null default 1`);
    this.addSql(`alter table employment_contract drop constraint employment_contract_one_a_day`);
    this.addSql(`
      alter table employment_contract add constraint employment_contract_one_a_day
      exclude using gist (company_id with =, employee_id with =, daterange(valid_from, valid_to, '[]') with &&) where (not revoked)`);
    this.addSql(`create index payslip_employee on payslip (company_id, employee_id, period_starts_on)`);
  }
}
