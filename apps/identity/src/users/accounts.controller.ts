import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { IsInt } from 'class-validator';
import { hashPassword } from '../domain/password-hash.js';
import { AccountRepository, type AccountRow } from '../persistence/account.repository.js';
import { AccountDto, AccountsQuery, ChangeAccountDto, CreatedServiceAccountDto, CreateServiceAccountDto, CreateUserDto, RoleDto } from './accounts.dto.js';
import { ChangeAccountHandler } from './change-account.handler.js';
import { CreateAccountHandler, newCredentials } from './create-account.handler.js';

export class AccountIdDto {
  @IsId() readonly accountId!: string;
}

export class ChangedAccountDto {
  @IsId() readonly accountId!: string;
  @IsInt() readonly version!: number;
}

@Controller()
export class AccountsController {
  constructor(
    private readonly commands: Commands,
    private readonly createAccount: CreateAccountHandler,
    private readonly changeAccount: ChangeAccountHandler,
    private readonly accounts: AccountRepository,
  ) {}

  @Post('users')
  @RequiresPermission('identity.user.create', { company: false })
  @Returns(201, AccountIdDto, 'Let a person in', 'login-taken', 'role-unknown', 'company-unknown')
  async createUser(@Body() { email, name, password, memberships }: CreateUserDto, @From() caller: Caller) {
    const secretHash = await hashPassword(password);
    return this.commands.run(this.createAccount, { kind: 'user', login: email.toLowerCase(), name, secretHash, memberships }, caller);
  }

  @Get('users')
  @RequiresPermission('identity.user.view', { company: false })
  @Returns(200, { page: AccountDto }, 'People who may enter, by e-mail address')
  users(@Query() query: AccountsQuery): Promise<Page<AccountDto>> {
    return this.page('user', query);
  }

  @Patch('users/:accountId')
  @RequiresPermission('identity.user.change', { company: false })
  @Returns(200, ChangedAccountDto, 'Rename a person, or take the way in away', 'own-account')
  changeUser(@Param('accountId') accountId: string, @Body() body: ChangeAccountDto, @From() caller: Caller) {
    return this.commands.run(this.changeAccount, { accountId, seen: caller.requireIfMatch(), ...body }, caller);
  }

  @Post('service-accounts')
  @RequiresPermission('identity.service-account.create', { company: false })
  @Returns(201, CreatedServiceAccountDto, 'Let an app in; its secret is shown once', 'role-unknown', 'company-unknown')
  async createServiceAccount(@Body() { name, memberships }: CreateServiceAccountDto, @From() caller: Caller) {
    const { clientId, clientSecret } = newCredentials();
    const secretHash = await hashPassword(clientSecret);
    const answer = await this.commands.run(this.createAccount, { kind: 'service', login: clientId, name, secretHash, memberships }, caller);
    const { accountId } = answer.response;
    return { ...answer, response: answer.replayed ? { accountId } : { accountId, clientId, clientSecret } };
  }

  @Get('service-accounts')
  @RequiresPermission('identity.service-account.view', { company: false })
  @Returns(200, { page: AccountDto }, 'Apps that may enter, by client id')
  serviceAccounts(@Query() query: AccountsQuery): Promise<Page<AccountDto>> {
    return this.page('service', query);
  }

  @Get('roles')
  @RequiresPermission('identity.role.view', { company: false })
  @Returns(200, [RoleDto], 'Roles and what they permit')
  async roles(): Promise<RoleDto[]> {
    return (await this.accounts.roles()).map(({ code, name, permissions }) => ({ code, name, permissions }));
  }

  private async page(kind: 'user' | 'service', query: AccountsQuery): Promise<Page<AccountDto>> {
    const limit = limitOf(query);
    const [after = ''] = cursorOf(query, 1) ?? [];
    return pageOf(await this.accounts.accounts(kind, after, limit + 1), limit, show, (row) => [row.login]);
  }
}

function show({ id, login, name, active, memberships, version }: AccountRow): AccountDto {
  const shown = memberships.map(({ companyId, role }) => (companyId ? { companyId, role } : { role }));
  return { accountId: id, login, name, active, memberships: shown, version };
}
