import { Migration } from '@millrace/persistence';

/** A draft that is wrong is discarded; its payslips stay, and count for nothing. */
export class DiscardedRuns extends Migration {
  override up(): void {
    this.addSql(`alter table payroll_run add column discarded_by text, add column discard_reason text`);
    this.addSql(`alter table payroll_run drop constraint payroll_run_state_check`);
    this.addSql(`alter table payroll_run add constraint payroll_run_state check (state in ('draft', 'approved', 'posted', 'paid', 'discarded'))`);
    // Such drafts were made, and no fact can tell of them; run again, their month comes out right.
    this.addSql(`
      update payroll_run set state = 'discarded', discarded_by = 'system', discard_reason = 'Nothing can be paid by it.', version = version + 1
      where state = 'draft' and (gross_total <= 0 or net_total < 0)`);
    this.addSql(`
      alter table payroll_run add constraint payroll_run_discarded
      check ((state = 'discarded') = (discarded_by is not null) and (state = 'discarded') = (discard_reason is not null))`);
    this.addSql(`alter table payroll_run add constraint payroll_run_pays check (state = 'discarded' or gross_total > 0 and net_total >= 0)`);
  }
}
