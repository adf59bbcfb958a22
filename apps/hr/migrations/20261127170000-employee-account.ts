import { Migration } from '@millrace/persistence';

/** Who signs in as which employee: in a company one account is one person. */
export class EmployeeAccount extends Migration {
  override up(): void {
    this.addSql('alter table employee add subject text');
    this.addSql('create unique index employee_subject on employee (company_id, subject) where subject is not null');
  }
}
