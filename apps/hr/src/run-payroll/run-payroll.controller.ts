import {
  type Caller,
  Commands,
  From,
  ListReader,
  Lists,
  Located,
  type Page,
  ProblemException,
  RequiresPermission,
  Returns,
  Waiting,
  Waits,
} from '@millrace/chassis';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { APPROVE, PAYROLL_STATES } from '../domain/payroll-run.js';
import { PayrollRunRepository } from '../persistence/payroll-run.repository.js';
import { ApprovePayrollHandler } from './approve-payroll.handler.js';
import { DiscardPayrollHandler } from './discard-payroll.handler.js';
import { PAYROLL_RUNS, RUN_PAYSLIPS } from './payroll.lists.js';
import { showRun } from './payroll-run.view.js';
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
    private readonly lists: ListReader,
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
  @Waits()
  @Located('/v1/payroll-runs/{payrollRunId}')
  @RequiresPermission(APPROVE, { limits: ['approvalLimit'] })
  @Returns(
    202,
    PayrollRunDto,
    'Make a payroll run final',
    'self-approval',
    'above-approval-limit',
    'payroll-run-approved',
    'payroll-run-discarded',
    'version-stale',
  )
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
  @Lists(PAYROLL_RUNS, 'Payroll runs, newest first')
  list(@Query() query: PayrollRunsQuery, @From() caller: Caller): Promise<Page<PayrollRunDto>> {
    return this.lists.page(PAYROLL_RUNS, query, caller);
  }

  @Get(':payrollRunId')
  @Waits()
  @RequiresPermission('hr.payroll-run.view')
  @Returns(200, PayrollRunDto, 'One payroll run, at once or when it is so far')
  get(@Param('payrollRunId') payrollRunId: string, @Query() query: PayrollUntilQuery, @From() caller: Caller): Promise<PayrollRunDto> {
    return this.read(payrollRunId, query, caller);
  }

  @Get(':payrollRunId/payslips')
  @Lists(RUN_PAYSLIPS, 'Payslips of a run')
  async payslips(@Param('payrollRunId') payrollRunId: string, @Query() query: PayrollRunsQuery, @From() caller: Caller): Promise<Page<PayslipDto>> {
    await this.read(payrollRunId, {}, caller);
    return this.lists.page(RUN_PAYSLIPS, { ...query, payrollRunId }, caller);
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
