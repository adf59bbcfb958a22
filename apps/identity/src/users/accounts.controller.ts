import { type Caller, Commands, From, ListReader, Lists, type Page, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { seesEveryAccount } from '../domain/memberships.js';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { ChangedAccountDto, wishesOf } from '../views/account.dto.js';
import {
  type AccountDto,
  AccountsQuery,
  ChangeServiceAccountDto,
  ChangeUserDto,
  CreatedServiceAccountDto,
  CreateServiceAccountDto,
  CreateUserDto,
  RoleDto,
} from './accounts.dto.js';
import { SERVICE_ACCOUNTS, USERS } from './account.lists.js';
import { ChangeAccountHandler } from './change-account.handler.js';
import { CreateAccountHandler, newClientId } from './create-account.handler.js';

export class AccountIdDto {
  @IsId() readonly accountId!: string;
}

const OF_MEMBERSHIPS = ['limits-without-company', 'limits-too-many', 'role-unknown', 'company-unknown', 'role-not-held'];

@Controller()
export class AccountsController {
  constructor(
    private readonly commands: Commands,
    private readonly createAccount: CreateAccountHandler,
    private readonly changeAccount: ChangeAccountHandler,
    private readonly accounts: AccountRepository,
    private readonly lists: ListReader,
  ) {}

  @Post('users')
  @RequiresPermission('identity.user.create', { company: 'either' })
  @Returns(201, AccountIdDto, 'Let a person in, with roles that you hold yourself', 'login-taken', ...OF_MEMBERSHIPS)
  async createUser(@Body() { email, name, password, memberships }: CreateUserDto, @From() caller: Caller) {
    const secretHash = await hashPassword(password);
    const { authority } = caller;
    return this.commands.run(
      this.createAccount,
      { kind: 'user', authority, login: email.toLowerCase(), name, secretHash, memberships: wishesOf(memberships) },
      caller,
    );
  }

  @Get('users')
  @Lists(USERS, 'People who may enter, by e-mail address')
  users(@Query() query: AccountsQuery, @From() caller: Caller): Promise<Page<AccountDto>> {
    return this.lists.page(USERS, { ...query, companyId: companySeen('user', caller) }, caller);
  }

  @Patch('users/:accountId')
  @RequiresPermission('identity.user.change', { company: 'either' })
  @Returns(200, ChangedAccountDto, 'Rename a person, or take the way in away', 'own-account', 'role-not-held', 'version-stale')
  changeUser(@Param('accountId') accountId: string, @Body() body: ChangeUserDto, @From() caller: Caller) {
    return this.commands.run(this.changeAccount, { accountId, kind: 'user', authority: caller.authority, seen: caller.requireIfMatch(), ...body }, caller);
  }

  @Post('service-accounts')
  @RequiresPermission('identity.service-account.create', { company: 'either' })
  @Returns(201, CreatedServiceAccountDto, 'Let an app in, with roles that you hold yourself; its secret is shown once', ...OF_MEMBERSHIPS)
  async createServiceAccount(@Body() { name, memberships }: CreateServiceAccountDto, @From() caller: Caller) {
    const [clientId, clientSecret] = [newClientId(), newSecret()];
    const secretHash = await hashPassword(clientSecret);
    const { authority } = caller;
    const answer = await this.commands.run(
      this.createAccount,
      { kind: 'service', authority, login: clientId, name, secretHash, memberships: wishesOf(memberships) },
      caller,
    );
    const { accountId } = answer.response;
    return { ...answer, response: answer.replayed ? { accountId } : { accountId, clientId, clientSecret } };
  }

  @Get('service-accounts')
  @Lists(SERVICE_ACCOUNTS, 'Apps that may enter, by client id')
  serviceAccounts(@Query() query: AccountsQuery, @From() caller: Caller): Promise<Page<AccountDto>> {
    return this.lists.page(SERVICE_ACCOUNTS, { ...query, companyId: companySeen('service', caller) }, caller);
  }

  @Patch('service-accounts/:accountId')
  @RequiresPermission('identity.service-account.change', { company: 'either' })
  @Returns(
    200,
    ChangedAccountDto,
    'Rename an app, take its way in away, or say how often it may ask',
    'own-account',
    'role-not-held',
    'limit-forbidden',
    'version-stale',
  )
  changeServiceAccount(@Param('accountId') accountId: string, @Body() body: ChangeServiceAccountDto, @From() caller: Caller) {
    return this.commands.run(this.changeAccount, { accountId, kind: 'service', authority: caller.authority, seen: caller.requireIfMatch(), ...body }, caller);
  }

  @Get('roles')
  @RequiresPermission('identity.role.view', { company: 'either' })
  @Returns(200, [RoleDto], 'Roles and what they permit')
  async roles(): Promise<RoleDto[]> {
    return (await this.accounts.roles()).map(({ code, name, permissions }) => ({ code, name, permissions }));
  }
}

/** Accounts of every company for who may see them all, else of the caller's. */
function companySeen(kind: 'user' | 'service', caller: Caller): string | null {
  return seesEveryAccount(caller.authority, kind) ? null : caller.companyId;
}
