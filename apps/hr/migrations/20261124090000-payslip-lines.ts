import { minorUnitDigits } from '@millrace/kernel';
import { appendOnly, isolateCompanies, Migration } from '@millrace/persistence';

const ROLE = 'hr';

/** Currencies whose minor unit is not a hundredth. */
const DIGITS = Intl.supportedValuesOf('currency')
  .filter((currency) => minorUnitDigits(currency) !== 2)
  .map((currency) => `when '${currency}' then ${minorUnitDigits(currency)}`)
  .join(' ');

/** What each contract was paid for a month, so that a later run pays the difference and no contract twice. */
export class PayslipLines extends Migration {
  override up(): void {
    this.addSql(`
      create table payslip_line (
        company_id uuid not null,
        payslip_id uuid not null,
        contract_id uuid not null,
        period_starts_on date not null,
        part int not null check (part > 0),
        gross numeric(19,4) not null check (gross <> 0),
        cost_centre text,
        primary key (company_id, payslip_id, contract_id),
        constraint payslip_line_once unique (company_id, contract_id, period_starts_on, part),
        foreign key (company_id, payslip_id) references payslip (company_id, id),
        foreign key (company_id, contract_id) references employment_contract (company_id, id)
      )`);
    this.addSql(`create index payslip_line_month on payslip_line (company_id, period_starts_on)`);
    this.addSql(LINES_OF_OLD_PAYSLIPS);
    this.addSql(`drop index payslip_once`);
    this.addSql(`alter table payslip add constraint payslip_once_a_run unique (company_id, run_id, employee_id)`);
    this.addSql(`alter table payslip add constraint payslip_pays check (gross > 0 and net >= 0) not valid`);
    for (const sql of isolateCompanies(ROLE, ['payslip_line'])) this.addSql(sql);
    for (const sql of appendOnly(ROLE, ['payslip_line'])) this.addSql(sql);
  }
}

/**
 * A payslip paid the contracts of its month that were signed before it: ids are made in the order of time. Each gets its
 * part by calendar days, and the first of them what is left, so that the lines are the payslip's gross.
 */
const LINES_OF_OLD_PAYSLIPS = `
  insert into payslip_line (company_id, payslip_id, contract_id, period_starts_on, part, gross, cost_centre)
  select company_id, payslip_id, contract_id, period_starts_on, 1, gross, cost_centre from (
    select company_id, payslip_id, contract_id, period_starts_on, cost_centre,
      case when row_number() over payslip = 1 then total - coalesce(sum(share) over (payslip rows between 1 following and unbounded following), 0) else share end as gross
    from (
      select s.company_id, s.id as payslip_id, c.id as contract_id, s.period_starts_on, c.cost_centre, s.gross as total,
        case when c.id > s.id then 0 else round(c.monthly_gross * (least(c.valid_to, m.ends_on) - greatest(c.valid_from, s.period_starts_on) + 1)
          / (m.ends_on - s.period_starts_on + 1), case c.currency ${DIGITS} else 2 end) end as share
      from payslip s
      cross join lateral (select (s.period_starts_on + interval '1 month -1 day')::date as ends_on) m
      join employment_contract c on c.company_id = s.company_id and c.employee_id = s.employee_id
        and c.valid_from <= m.ends_on and (c.valid_to is null or c.valid_to >= s.period_starts_on)
    ) covering window payslip as (partition by company_id, payslip_id order by contract_id)
  ) line where gross <> 0`;
