import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'hr';

/** People, what they earn, and what they were paid. */
export class Hr extends Migration {
  override up(): void {
    this.addSql(`
      create table company_copy (
        company_id uuid primary key,
        country text not null,
        time_zone text not null,
        base_currency text not null,
        sequence bigint not null
      )`);
    this.addSql(`
      create table employee (
        company_id uuid not null,
        id uuid not null,
        name text not null,
        email text,
        active boolean not null,
        created_at timestamptz not null,
        version int not null,
        primary key (company_id, id)
      )`);
    this.addSql(`create extension if not exists btree_gist`);
    this.addSql(`
      create table employment_contract (
        company_id uuid not null,
        id uuid not null,
        employee_id uuid not null,
        valid_from date not null,
        valid_to date,
        monthly_gross numeric(19,4) not null check (monthly_gross > 0),
        currency text not null,
        cost_centre text,
        primary key (company_id, id),
        foreign key (company_id, employee_id) references employee (company_id, id),
        check (valid_to is null or valid_from <= valid_to),
        constraint employment_contract_one_a_day exclude using gist (company_id with =, employee_id with =, daterange(valid_from, valid_to, '[]') with &&)
      )`);
    this.addSql(`
      create table payroll_rule (
        company_id uuid not null,
        valid_from date not null,
        tax_rate numeric(19,6) not null check (tax_rate between 0 and 1),
        employee_social_rate numeric(19,6) not null check (employee_social_rate between 0 and 1),
        employer_social_rate numeric(19,6) not null check (employer_social_rate between 0 and 1),
        primary key (company_id, valid_from),
        check (tax_rate + employee_social_rate <= 1)
      )`);
    this.addSql(`
      create table payroll_run (
        company_id uuid not null,
        id uuid not null,
        period_starts_on date not null,
        period_ends_on date not null,
        state text not null check (state in ('draft', 'approved', 'posted', 'paid')),
        currency text not null,
        payslip_count int not null,
        gross_total numeric(19,4) not null,
        tax_total numeric(19,4) not null,
        employee_social_total numeric(19,4) not null,
        employer_social_total numeric(19,4) not null,
        net_total numeric(19,4) not null,
        created_by text not null,
        approved_by text,
        paid_on date,
        created_at timestamptz not null,
        version int not null,
        primary key (company_id, id),
        check (net_total = gross_total - tax_total - employee_social_total)
      )`);
    this.addSql(`
      create table payslip (
        company_id uuid not null,
        id uuid not null,
        run_id uuid not null,
        employee_id uuid not null,
        period_starts_on date not null,
        gross numeric(19,4) not null,
        tax numeric(19,4) not null,
        employee_social numeric(19,4) not null,
        employer_social numeric(19,4) not null,
        net numeric(19,4) not null,
        primary key (company_id, id),
        check (net = gross - tax - employee_social),
        foreign key (company_id, run_id) references payroll_run (company_id, id)
      )`);
    this.addSql(`create unique index payslip_once on payslip (company_id, employee_id, period_starts_on)`);
    this.addSql(`create index payslip_run on payslip (company_id, run_id)`);
    for (const sql of isolateCompanies(ROLE, ['company_copy', 'employee', 'employment_contract', 'payroll_rule', 'payroll_run', 'payslip', 'number_series']))
      this.addSql(sql);
    for (const sql of appendOnly(ROLE, ['payslip'])) this.addSql(sql);
  }
}
