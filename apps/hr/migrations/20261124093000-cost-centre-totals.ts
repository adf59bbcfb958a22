import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'hr';

/** What the ledger is told of each run by cost centre: only sums over so many people that nobody's pay shows. */
export class CostCentreTotals extends Migration {
  override up(): void {
    this.addSql(`
      create table payroll_run_cost_centre (
        company_id uuid not null,
        run_id uuid not null,
        cost_centre text not null,
        people int not null check (people >= 3),
        gross_total numeric(19,4) not null,
        employer_social_total numeric(19,4) not null,
        primary key (company_id, run_id, cost_centre),
        foreign key (company_id, run_id) references payroll_run (company_id, id)
      )`);
    for (const sql of isolateCompanies(ROLE, ['payroll_run_cost_centre'])) this.addSql(sql);
    for (const sql of appendOnly(ROLE, ['payroll_run_cost_centre'])) this.addSql(sql);
  }
}
