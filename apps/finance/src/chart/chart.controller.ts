import { Described, type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsName } from '@millrace/contracts';
import { indexBy } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, statement } from '@millrace/persistence';
import { Body, Controller, Get, Inject, Injectable, Post } from '@nestjs/common';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { ACCOUNT_KINDS, ACCOUNT_ROLES, type AccountKind, AccountRole, type AccountRoleName, type Control, CONTROLS, LedgerAccount } from '../domain/chart.js';
import { accountExists, accountUnknown, companyNotReady } from '../domain/refusals.js';
import { accountsByCode } from '../persistence/ledger-account.repository.js';
import { lockCompany } from '../persistence/lock-company.js';

export class CreateAccountDto {
  @Described({ example: '6100' }) @IsCode() readonly code!: string;
  @Described({ example: 'Rent' }) @IsName() readonly name!: string;
  @Described({ example: 'expense' }) @IsIn(ACCOUNT_KINDS) readonly kind!: AccountKind;
  /** The ledger that explains it; documents post to it, people only opening balances. It stays for ever. */
  @IsOptional() @IsIn(CONTROLS) readonly control?: Control;
}

export class LedgerAccountDto extends CreateAccountDto {
  @IsBoolean() readonly active!: boolean;
}

export class AccountRoleDto {
  @IsIn(ACCOUNT_ROLES) readonly role!: AccountRoleName;
  @IsCode() readonly account!: string;
}

const LIST = statement('select * from ledger_account where company_id = $1 order by code limit 2000');
const ROLES = statement('select role, account_code from account_role where company_id = $1 order by role');
const LOCK_ROLES = statement('select * from account_role where company_id = $1 and role = any($2) order by role for update');

type Accounts = Map<string, LedgerAccount>;

/** The accounts of these codes, and no other change of the chart until the end; undefined when the company is not known yet. */
async function lockChart(tx: UnitOfWork, companyId: string, codes: readonly string[]): Promise<Accounts | undefined> {
  return (await lockCompany(tx, companyId)) ? accountsByCode(tx, companyId, codes) : undefined;
}

@Injectable()
export class CreateAccountHandler implements CommandHandler<CreateAccountDto, Accounts | undefined, LedgerAccountDto> {
  readonly name = 'create-ledger-account';

  load(commands: readonly Command<CreateAccountDto>[], tx: UnitOfWork): Promise<Accounts | undefined> {
    return lockChart(
      tx,
      commands[0]!.companyId,
      commands.map(({ request }) => request.code),
    );
  }

  handle({ companyId, request }: Command<CreateAccountDto>, accounts: Accounts | undefined, tx: UnitOfWork): Outcome<LedgerAccountDto> {
    if (!accounts) return companyNotReady;
    const { code, name, kind, control = null } = request;
    if (accounts.has(code)) return accountExists(code);
    const account = Object.assign(new LedgerAccount(), { companyId, code, name, kind, control, active: true });
    accounts.set(code, account);
    tx.insert(account);
    return showAccount(account);
  }
}

type Loaded = Readonly<{ roles: ReadonlyMap<string, AccountRole>; accounts: Accounts }>;

/** From the next entry on, what happens in this role is booked to another account. */
@Injectable()
export class NameAccountHandler implements CommandHandler<AccountRoleDto, Loaded | undefined, AccountRoleDto> {
  readonly name = 'name-account';

  async load(commands: readonly Command<AccountRoleDto>[], tx: UnitOfWork): Promise<Loaded | undefined> {
    const { companyId } = commands[0]!;
    const requests = commands.map(({ request }) => request);
    const accounts = await lockChart(
      tx,
      companyId,
      requests.map((each) => each.account),
    );
    if (!accounts) return undefined;
    const named = arrayLiteral(
      requests.map((each) => each.role),
      true,
    );
    const roles = (await tx.query<Record<string, unknown>>(LOCK_ROLES, [companyId, named])).map((row) => tx.table(AccountRole).read(row));
    tx.beforeCommit(() => tx.table(AccountRole).update(tx, roles, 'accountCode'));
    return { roles: indexBy(roles, (each) => each.role), accounts };
  }

  handle({ request }: Command<AccountRoleDto>, loaded: Loaded | undefined): Outcome<AccountRoleDto> {
    if (!loaded) return companyNotReady;
    const account = loaded.accounts.get(request.account);
    if (!account) return accountUnknown(request.account);
    return loaded.roles.get(request.role)!.moveTo(account) ?? request;
  }
}

@Controller()
export class ChartController {
  constructor(
    private readonly commands: Commands,
    private readonly createAccount: CreateAccountHandler,
    private readonly nameAccount: NameAccountHandler,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Post('ledger-accounts')
  @RequiresPermission('finance.ledger-account.create')
  @Returns(201, LedgerAccountDto, 'Add a ledger account', 'account-exists', 'company-not-ready')
  create(@Body() body: CreateAccountDto, @From() caller: Caller) {
    return this.commands.run(this.createAccount, body, caller);
  }

  @Get('ledger-accounts')
  @RequiresPermission('finance.ledger.view')
  @Returns(200, [LedgerAccountDto], 'The chart of accounts, by code')
  async accounts(@From() caller: Caller): Promise<LedgerAccountDto[]> {
    const rows = await this.database.transaction(caller.companyId, (tx) => tx.query<Record<string, unknown>>(LIST, [caller.companyId]));
    return rows.map((row) => showAccount(this.database.table(LedgerAccount).read(row)));
  }

  @Get('account-roles')
  @RequiresPermission('finance.ledger.view')
  @Returns(200, [AccountRoleDto], 'Which account what happens is booked to')
  async roles(@From() caller: Caller): Promise<AccountRoleDto[]> {
    const rows = await this.database.transaction(caller.companyId, (tx) =>
      tx.query<{ role: AccountRoleName; account_code: string }>(ROLES, [caller.companyId]),
    );
    return rows.map((row) => ({ role: row.role, account: row.account_code }));
  }

  @Post('account-roles')
  @RequiresPermission('finance.ledger-account.assign')
  @Returns(201, AccountRoleDto, 'Book what happens in a role to another account', 'account-unknown', 'account-inactive', 'account-unfit', 'company-not-ready')
  assign(@Body() body: AccountRoleDto, @From() caller: Caller) {
    return this.commands.run(this.nameAccount, body, caller);
  }
}

function showAccount({ code, name, kind, control, active }: LedgerAccount): LedgerAccountDto {
  return { code, name, kind, control: control ?? undefined, active };
}
