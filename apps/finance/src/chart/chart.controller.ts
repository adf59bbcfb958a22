import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { IsCode, IsName } from '@millrace/contracts';
import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { arrayLiteral, Database, statement } from '@millrace/persistence';
import { Body, Controller, Get, Inject, Injectable, Post } from '@nestjs/common';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { ACCOUNT_KINDS, ACCOUNT_ROLES, type AccountKind, AccountRole, type AccountRoleName, type Control, CONTROLS, LedgerAccount } from '../domain/chart.js';
import { accountUnknown } from '../domain/refusals.js';

export class CreateAccountDto {
  @IsCode() readonly code!: string;
  @IsName() readonly name!: string;
  @IsIn(ACCOUNT_KINDS) readonly kind!: AccountKind;
}

export class LedgerAccountDto extends CreateAccountDto {
  /** Explained by a ledger of its own; people post to it only as opening balances. */
  @IsOptional() @IsIn(CONTROLS) readonly control?: Control;
  @IsBoolean() readonly active!: boolean;
}

export class AccountRoleDto {
  @IsIn(ACCOUNT_ROLES) readonly role!: AccountRoleName;
  @IsCode() readonly account!: string;
}

const LIST = statement('select * from ledger_account where company_id = $1 order by code limit 2000');
const TAKEN = statement('select code from ledger_account where company_id = $1 and code = any($2)');
const ROLES = statement('select role, account_code from account_role where company_id = $1 order by role');
const LOCK_ROLES = statement('select * from account_role where company_id = $1 and role = any($2) order by role for update');

@Injectable()
export class CreateAccountHandler implements CommandHandler<CreateAccountDto, Set<string>, LedgerAccountDto> {
  readonly name = 'create-ledger-account';

  async load(commands: readonly Command<CreateAccountDto>[], tx: UnitOfWork): Promise<Set<string>> {
    const rows = await tx.query<{ code: string }>(TAKEN, [
      commands[0]!.companyId,
      arrayLiteral(
        commands.map(({ request }) => request.code),
        true,
      ),
    ]);
    return new Set(rows.map((row) => row.code));
  }

  handle({ companyId, request: { code, name, kind } }: Command<CreateAccountDto>, taken: Set<string>, tx: UnitOfWork): Outcome<LedgerAccountDto> {
    if (taken.has(code)) return new Refusal('account-exists', 'conflict', `There is a ledger account ${code} already.`);
    taken.add(code);
    const account = Object.assign(new LedgerAccount(), { companyId, code, name, kind, control: null, active: true });
    tx.insert(account);
    return showAccount(account);
  }
}

type Loaded = Readonly<{ roles: ReadonlyMap<string, AccountRole>; accounts: ReadonlySet<string> }>;

/** From the next entry on, what happens in this role is booked to another account. */
@Injectable()
export class NameAccountHandler implements CommandHandler<AccountRoleDto, Loaded, AccountRoleDto> {
  readonly name = 'name-account';

  async load(commands: readonly Command<AccountRoleDto>[], tx: UnitOfWork): Promise<Loaded> {
    const { companyId } = commands[0]!;
    const [rows, accounts] = await Promise.all([
      tx.query<Record<string, unknown>>(LOCK_ROLES, [
        companyId,
        arrayLiteral(
          commands.map(({ request }) => request.role),
          true,
        ),
      ]),
      tx.query<{ code: string }>(TAKEN, [
        companyId,
        arrayLiteral(
          commands.map(({ request }) => request.account),
          true,
        ),
      ]),
    ]);
    const roles = rows.map((row) => tx.table(AccountRole).read(row));
    tx.beforeCommit(() => tx.table(AccountRole).update(tx, roles, 'accountCode'));
    return { roles: new Map(roles.map((role) => [role.role, role])), accounts: new Set(accounts.map((row) => row.code)) };
  }

  handle({ request: { role, account } }: Command<AccountRoleDto>, { roles, accounts }: Loaded): Outcome<AccountRoleDto> {
    if (!accounts.has(account)) return accountUnknown(account);
    roles.get(role)!.accountCode = account;
    return { role, account };
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
  @Returns(201, LedgerAccountDto, 'Add a ledger account', 'account-exists')
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
  @Returns(201, AccountRoleDto, 'Book what happens in a role to another account', 'account-unknown')
  assign(@Body() body: AccountRoleDto, @From() caller: Caller) {
    return this.commands.run(this.nameAccount, body, caller);
  }
}

function showAccount({ code, name, kind, control, active }: LedgerAccount): LedgerAccountDto {
  return { code, name, kind, control: control ?? undefined, active };
}
