import { Clock, lastOfMonth, type LocalDate, Refusal, unique } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { CompanyCopy, EmploymentContract } from '../domain/employee.js';
import { type PayrollRule, runPayroll } from '../domain/payroll.js';
import { HrRepository } from '../persistence/hr.repository.js';
import { showRun } from './payroll-run.view.js';
import type { PayrollRunDto, RunPayrollDto } from './run-payroll.dto.js';

type Month = { contracts: readonly EmploymentContract[]; rule?: PayrollRule };
type Loaded = Readonly<{ company?: CompanyCopy; months: ReadonlyMap<string, Month> }>;

/** Works out the payslips of a month, for those who have none yet: running it again makes no second payslip. */
@Injectable()
export class RunPayrollHandler implements CommandHandler<RunPayrollDto, Loaded, PayrollRunDto> {
  readonly name = 'run-payroll';

  constructor(
    private readonly hr: HrRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<RunPayrollDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const company = await this.hr.company(tx, companyId);
    const months = new Map<string, Month>();
    for (const month of unique(commands.map(({ request }) => request.month)).sort()) {
      const startsOn = `${month}-01` as LocalDate;
      const [contracts, rule] = await Promise.all([
        this.hr.contractsToPay(tx, companyId, startsOn, lastOfMonth(startsOn)),
        this.hr.ruleOn(tx, companyId, startsOn),
      ]);
      months.set(month, { contracts, rule });
    }
    return { company, months };
  }

  handle({ companyId, actor, request }: Command<RunPayrollDto>, { company, months }: Loaded, tx: UnitOfWork): Outcome<PayrollRunDto> {
    if (!company) return new Refusal('company-not-ready', 'conflict', 'This company was founded a moment ago and is not known here yet: try again.');
    const month = months.get(request.month)!;
    if (!month.rule) return new Refusal('payroll-rule-missing', 'conflict', 'No rates are set for this month.');
    if (month.contracts.length === 0)
      return new Refusal('payroll-complete', 'conflict', 'Everybody with a contract in this month has a payslip for it, or nobody has a contract.');
    const details = { companyId, startsOn: `${request.month}-01` as LocalDate, currency: company.baseCurrency, createdBy: actor, now: this.clock.now() };
    const { run, payslips } = runPayroll(month.contracts, month.rule, details);
    month.contracts = []; // Another command of this group finds nothing left.
    tx.insert(run, ...payslips);
    return showRun(run);
  }
}
