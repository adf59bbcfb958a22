import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId, IsLines, IsLocalDate } from '@millrace/contracts';
import { addMonths, daysBetween, isStale, type LocalDate, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, statement } from '@millrace/persistence';
import { Body, Controller, Get, HttpCode, Inject, Injectable, Param, Post } from '@nestjs/common';
import { IsIn, IsInt } from 'class-validator';
import { AccountingPeriod, periodsOfYear } from '../domain/period.js';
import { companyNotReady, notFound, versionStale } from '../domain/refusals.js';
import { allPeriods } from '../persistence/accounting-period.repository.js';
import { lockCompany } from '../persistence/lock-company.js';

export class OpenFiscalYearDto {
  @IsLocalDate() readonly startsOn!: string;
  /** At most 18 months later. */
  @IsLocalDate() readonly endsOn!: string;
}

export class PeriodDto {
  @IsId() readonly periodId!: string;
  @IsInt() readonly fiscalYear!: number;
  @IsLocalDate() readonly startsOn!: string;
  @IsLocalDate() readonly endsOn!: string;
  @IsIn(['open', 'closed']) readonly state!: 'open' | 'closed';
  @IsInt() readonly version!: number;
}

export class FiscalYearDto {
  @IsInt() readonly fiscalYear!: number;
  @IsLines(() => PeriodDto) readonly periods!: readonly PeriodDto[];
}

const LIST = statement('select * from accounting_period where company_id = $1 order by starts_on limit 600');
const LOCK = statement('select * from accounting_period where company_id = $1 and id = any($2::uuid[]) order by starts_on for update');

@Injectable()
export class OpenFiscalYearHandler implements CommandHandler<OpenFiscalYearDto, AccountingPeriod[] | undefined, FiscalYearDto> {
  readonly name = 'open-fiscal-year';

  async load(commands: readonly Command<OpenFiscalYearDto>[], tx: UnitOfWork): Promise<AccountingPeriod[] | undefined> {
    const { companyId } = commands[0]!;
    return (await lockCompany(tx, companyId)) ? allPeriods(tx, companyId) : undefined;
  }

  handle({ companyId, request }: Command<OpenFiscalYearDto>, known: AccountingPeriod[] | undefined, tx: UnitOfWork): Outcome<FiscalYearDto> {
    if (!known) return companyNotReady;
    const [startsOn, endsOn] = [request.startsOn as LocalDate, request.endsOn as LocalDate];
    if (endsOn <= startsOn || daysBetween(addMonths(startsOn, 18), endsOn) >= 0) {
      return new Refusal('fiscal-year-length', 'invalid', 'A fiscal year ends after it starts, and within 18 months.');
    }
    if (known.some((period) => period.startsOn <= endsOn && startsOn <= period.endsOn)) {
      return new Refusal('fiscal-year-overlaps', 'conflict', 'Part of this time belongs to a fiscal year already.');
    }
    const periods = periodsOfYear(companyId, startsOn, endsOn);
    if (known.some((period) => period.fiscalYear === periods[0]!.fiscalYear)) {
      return new Refusal('fiscal-year-overlaps', 'conflict', 'A fiscal year that begins in this calendar year is there already.');
    }
    known.push(...periods);
    tx.insert(...periods);
    return { fiscalYear: periods[0]!.fiscalYear, periods: periods.map(show) };
  }
}

type SetState = Readonly<{ periodId: string; state: 'open' | 'closed'; seen: SeenVersion }>;

/** Closing waits for postings under way: they hold the period's row. */
@Injectable()
export class SetPeriodStateHandler implements CommandHandler<SetState, ReadonlyMap<string, AccountingPeriod>, PeriodDto> {
  readonly name = 'set-period-state';

  async load(commands: readonly Command<SetState>[], tx: UnitOfWork): Promise<ReadonlyMap<string, AccountingPeriod>> {
    const rows = await tx.query<Record<string, unknown>>(LOCK, [
      commands[0]!.companyId,
      arrayLiteral(
        commands.map(({ request }) => request.periodId),
        false,
      ),
    ]);
    const periods = rows.map((row) => tx.table(AccountingPeriod).read(row));
    tx.beforeCommit(() => tx.table(AccountingPeriod).update(tx, periods, 'state', 'version'));
    return new Map(periods.map((period) => [period.id, period]));
  }

  handle({ request: { periodId, state, seen } }: Command<SetState>, periods: ReadonlyMap<string, AccountingPeriod>): Outcome<PeriodDto> {
    const period = periods.get(periodId);
    if (!period) return notFound('accounting period');
    if (isStale(seen, period.version)) return versionStale;
    if (period.state !== state) {
      period.state = state;
      period.version += 1;
    }
    return show(period);
  }
}

@Controller()
export class PeriodsController {
  constructor(
    private readonly commands: Commands,
    private readonly openFiscalYear: OpenFiscalYearHandler,
    private readonly setPeriodState: SetPeriodStateHandler,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Post('fiscal-years')
  @RequiresPermission('finance.period.open')
  @Returns(201, FiscalYearDto, 'Open a fiscal year with its monthly periods', 'fiscal-year-length', 'fiscal-year-overlaps', 'company-not-ready')
  open(@Body() body: OpenFiscalYearDto, @From() caller: Caller) {
    return this.commands.run(this.openFiscalYear, body, caller);
  }

  @Get('accounting-periods')
  @RequiresPermission('finance.ledger.view')
  @Returns(200, [PeriodDto], 'Accounting periods, oldest first')
  async periods(@From() caller: Caller): Promise<PeriodDto[]> {
    const rows = await this.database.transaction(caller.companyId, (tx) => tx.query<Record<string, unknown>>(LIST, [caller.companyId]));
    return rows.map((row) => show(this.database.table(AccountingPeriod).read(row)));
  }

  @Post('accounting-periods/:periodId/closing')
  @HttpCode(200)
  @RequiresPermission('finance.period.close')
  @Returns(200, PeriodDto, 'Close a period: nobody posts into it any more', 'version-stale')
  close(@Param('periodId') periodId: string, @From() caller: Caller) {
    return this.commands.run(this.setPeriodState, { periodId, state: 'closed', seen: caller.ifMatch }, caller);
  }

  @Post('accounting-periods/:periodId/reopening')
  @HttpCode(200)
  @RequiresPermission('finance.period.reopen')
  @Returns(200, PeriodDto, 'Open a closed period again', 'version-stale')
  reopen(@Param('periodId') periodId: string, @From() caller: Caller) {
    return this.commands.run(this.setPeriodState, { periodId, state: 'open', seen: caller.ifMatch }, caller);
  }
}

function show({ id: periodId, fiscalYear, startsOn, endsOn, state, version }: AccountingPeriod): PeriodDto {
  return { periodId, fiscalYear, startsOn, endsOn, state, version };
}
