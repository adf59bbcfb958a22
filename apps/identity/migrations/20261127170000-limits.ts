import { Migration } from '@millrace/persistence';

/** Roles that reach only so far in a company, and one for who sees what hr keeps of itself. */
export class MembershipLimits extends Migration {
  override up(): void {
    this.addSql(`
      alter table membership
        add limits jsonb,
        add constraint membership_limits check (limits is null or (company_id is not null and jsonb_typeof(limits) = 'object'))`);
    this.addSql(`
      insert into role (code, name, permissions, built_in) values
        ('employee', 'Employees, contracts and payslips to be read; given with own records only, those of its holder',
          '{hr.employee.view,hr.contract.view,hr.payslip.view}', true)`);
  }
}
