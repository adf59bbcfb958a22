import { Clock, isRefusal, type LocalDate } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { CompanyCopy } from '../domain/company.js';
import { runPayroll } from '../domain/payroll.js';
import type { PayrollRule } from '../domain/payroll-rule.js';
import type { DueContract } from '../domain/payslip.js';
import { companyNotReady, payrollRuleMissing } from '../domain/refusals.js';
import { CompanyRepository } from '../persistence/company.repository.js';
import { PayrollRuleRepository } from '../persistence/payroll-rule.repository.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { showRun } from './payroll-run.view.js';
import type { PayrollRunDto, RunPayrollDto } from './run-payroll.dto.js';

type Loaded = Readonly<{ company?: CompanyCopy; rules: readonly PayrollRule[]; due: Map<LocalDate, readonly DueContract[]> }>;

/** Works out the payslips of a month, of what is left to pay for it: run again, it pays nothing twice. */
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
    const [due, company, rules] = await Promise.all([
      this.runs.due(
        tx,
        companyId,
        commands.map(({ request }) => firstDay(request)),
      ),
      this.companies.find(tx, companyId),
      this.rules.all(tx, companyId),
    ]);
    return { company, rules, due: new Map(due) };
  }

  handle({ companyId, actor, request }: Command<RunPayrollDto>, { company, rules, due }: Loaded, tx: UnitOfWork): Outcome<PayrollRunDto> {
    if (!company) return companyNotReady;
    const startsOn = firstDay(request);
    const rule = rules.findLast((each) => each.validFrom <= startsOn);
    if (!rule) return payrollRuleMissing;
    const details = { companyId, startsOn, currency: company.baseCurrency, createdBy: actor, now: this.clock.now() };
    const outcome = runPayroll(due.get(startsOn) ?? [], rule, details);
    if (isRefusal(outcome)) return outcome;
    due.delete(startsOn); // Another command of this group finds nothing left.
    const { run, payslips } = outcome;
    tx.insert(run, ...run.costCentres, ...payslips, ...payslips.flatMap(({ lines }) => lines));
    return showRun(run);
  }
}

function firstDay({ month }: RunPayrollDto): LocalDate {
  return `${month}-01` as LocalDate;
}
