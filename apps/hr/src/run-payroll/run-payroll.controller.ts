import {
  type Caller,
  Commands,
  cursorOf,
  From,
  limitOf,
  Located,
  type Page,
  pageOf,
  ProblemException,
  RequiresPermission,
  Returns,
  Waiting,
} from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { PAYROLL_STATES } from '../domain/payroll-run.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { ApprovePayrollHandler } from './approve-payroll.handler.js';
import { DiscardPayrollHandler } from './discard-payroll.handler.js';
import { showPayslip, showRun } from './payroll-run.view.js';
import { DiscardPayrollDto, PayrollRunDto, PayrollRunsQuery, PayrollUntilQuery, PayslipDto, RunPayrollDto } from './run-payroll.dto.js';
import { RunPayrollHandler } from './run-payroll.handler.js';

@Controller('payroll-runs')
export class RunPayrollController {
  constructor(
    private readonly commands: Commands,
    private readonly runPayroll: RunPayrollHandler,
    private readonly approvePayroll: ApprovePayrollHandler,
    private readonly discardPayroll: DiscardPayrollHandler,
    private readonly runs: PayrollRunRepository,
    private readonly waiting: Waiting,
  ) {}

  @Post()
  @RequiresPermission('hr.payroll-run.create')
  @Returns(
    201,
    PayrollRunDto,
    'Work out the payslips of a month, of what is left to pay for it',
    'payroll-complete',
    'payroll-rule-missing',
    'amount-too-large',
    'company-not-ready',
  )
  create(@Body() body: RunPayrollDto, @From() caller: Caller) {
    return this.commands.run(this.runPayroll, body, caller);
  }

  /** 202: it is final; the ledger follows. `Prefer: wait=N` waits until it is posted. */
  @Post(':payrollRunId/approval')
  @HttpCode(202)
  @Located('/v1/payroll-runs/{payrollRunId}')
  @RequiresPermission('hr.payroll-run.approve')
  @Returns(202, PayrollRunDto, 'Make a payroll run final', 'self-approval', 'payroll-run-approved', 'payroll-run-discarded', 'version-stale')
  async approve(@Param('payrollRunId') payrollRunId: string, @From() caller: Caller) {
    const answer = await this.commands.run(this.approvePayroll, { payrollRunId, seen: caller.ifMatch }, caller);
    return { ...answer, response: await this.read(payrollRunId, { until: 'posted' }, caller) };
  }

  /** Only a draft: what is approved is final. */
  @Post(':payrollRunId/discard')
  @HttpCode(200)
  @RequiresPermission('hr.payroll-run.discard')
  @Returns(200, PayrollRunDto, 'Give up a draft that is wrong', 'payroll-run-approved', 'payroll-run-discarded', 'version-stale')
  discard(@Param('payrollRunId') payrollRunId: string, @Body() body: DiscardPayrollDto, @From() caller: Caller) {
    return this.commands.run(this.discardPayroll, { ...body, payrollRunId, seen: caller.ifMatch }, caller);
  }

  @Get()
  @RequiresPermission('hr.payroll-run.view')
  @Returns(200, { page: PayrollRunDto }, 'Payroll runs, newest first')
  async list(@Query() query: PayrollRunsQuery, @From() caller: Caller): Promise<Page<PayrollRunDto>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = cursorOf(query, 1) ?? [];
    return pageOf(await this.runs.list(caller.companyId, before, limit + 1), limit, showRun, (run) => [run.id]);
  }

  @Get(':payrollRunId')
  @RequiresPermission('hr.payroll-run.view')
  @Returns(200, PayrollRunDto, 'One payroll run, at once or when it is so far')
  get(@Param('payrollRunId') payrollRunId: string, @Query() query: PayrollUntilQuery, @From() caller: Caller): Promise<PayrollRunDto> {
    return this.read(payrollRunId, query, caller);
  }

  @Get(':payrollRunId/payslips')
  @RequiresPermission('hr.payslip.view')
  @Returns(200, { page: PayslipDto }, 'Payslips of a run')
  async payslips(@Param('payrollRunId') payrollRunId: string, @Query() query: PayrollRunsQuery, @From() caller: Caller): Promise<Page<PayslipDto>> {
    const run = await this.read(payrollRunId, {}, caller);
    const limit = limitOf(query);
    const [after = '00000000-0000-0000-0000-000000000000'] = cursorOf(query, 1) ?? [];
    const payslips = await this.runs.payslips(caller.companyId, payrollRunId, after, limit + 1);
    return pageOf(
      payslips,
      limit,
      (payslip) => showPayslip(payslip, run.currency),
      (payslip) => [payslip.id],
    );
  }

  private read(payrollRunId: string, { until }: PayrollUntilQuery, caller: Caller): Promise<PayrollRunDto> {
    const read = async () => {
      const run = await this.runs.byId(caller.companyId, payrollRunId);
      if (!run) throw new ProblemException(404, 'not-found', 'There is no payroll run with this id.');
      return showRun(run);
    };
    const rank = (state: PayrollRunDto['state']) => PAYROLL_STATES.indexOf(state); // Discarded comes last: nothing is to be waited for.
    return this.waiting.until(payrollRunId, until ? caller.waitSeconds : 0, { read, wanted: (run) => !until || rank(run.state) >= rank(until) });
  }
}
