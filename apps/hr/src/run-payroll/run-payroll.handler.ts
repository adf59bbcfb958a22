import { Clock, lastOfMonth, type LocalDate, unique } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { CompanyCopy } from '../domain/company.js';
import type { EmploymentContract } from '../domain/employment-contract.js';
import { runPayroll } from '../domain/payroll.js';
import type { PayrollRule } from '../domain/payroll-rule.js';
import { companyNotReady, payrollComplete, payrollRuleMissing } from '../domain/refusals.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { PayrollRuleRepository } from '../persistence/payroll-rule.repository.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { showRun } from './payroll-run.view.js';
import type { PayrollRunDto, RunPayrollDto } from './run-payroll.dto.js';

type Month = { contracts: readonly EmploymentContract[]; rule?: PayrollRule };
type Loaded = Readonly<{ company?: CompanyCopy; months: ReadonlyMap<string, Month> }>;

/** Works out the payslips of a month, for those who have none yet: running it again makes no second payslip. */
@Injectable()
export class RunPayrollHandler implements CommandHandler<RunPayrollDto, Loaded, PayrollRunDto> {
  readonly name = 'run-payroll';

  constructor(
    private readonly companies: CompanyRepository,
    private readonly rules: PayrollRuleRepository,
    private readonly runs: PayrollRunRepository,
    private readonly clock: Clock,
  ) {}

  async load(commands: readonly Command<RunPayrollDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const company = await this.companies.find(tx, companyId);
    const rules = await this.rules.all(tx, companyId);
    const months = new Map<string, Month>();
    for (const month of unique(commands.map(({ request }) => request.month)).sort()) {
      const startsOn = `${month}-01` as LocalDate;
      const contracts = await this.runs.contractsToPay(tx, companyId, startsOn, lastOfMonth(startsOn));
      months.set(month, { contracts, rule: rules.findLast((each) => each.validFrom <= startsOn) });
    }
    return { company, months };
  }

  handle({ companyId, actor, request }: Command<RunPayrollDto>, { company, months }: Loaded, tx: UnitOfWork): Outcome<PayrollRunDto> {
    if (!company) return companyNotReady;
    const month = months.get(request.month)!;
    if (!month.rule) return payrollRuleMissing;
    if (month.contracts.length === 0) return payrollComplete;
    const details = { companyId, startsOn: `${request.month}-01` as LocalDate, currency: company.baseCurrency, createdBy: actor, now: this.clock.now() };
    const { run, payslips } = runPayroll(month.contracts, month.rule, details);
    month.contracts = []; // Another command of this group finds nothing left.
    tx.insert(run, ...payslips);
    return showRun(run);
  }
}
