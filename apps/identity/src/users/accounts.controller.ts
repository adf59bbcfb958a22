import { type Caller, Commands, From, ListReader, Lists, type Page, ProblemException, RequiresPermission, Returns } from '@millrace/chassis';
import { IsId } from '@millrace/contracts';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { refusalOfPassword } from '../domain/broken-passwords.js';
import { refusalOfPermissions } from '../domain/known-permissions.js';
import { mailNotConfigured } from '../domain/account-link.js';
import { seesEveryAccount } from '../domain/memberships.js';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { permissionsDemanded, readKnownOperations } from '../persistence/known-operations.js';
import { OutgoingMails } from '../persistence/outgoing-mails.js';
import { ChangedAccountDto, wishesOf } from '../views/account.dto.js';
import { RoleDto, showRole } from '../views/role.dto.js';
import {
  type AccountDto,
  AccountsQuery,
  ChangeServiceAccountDto,
  ChangeUserDto,
  CreatedServiceAccountDto,
  CreateServiceAccountDto,
  CreateUserDto,
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
  private demanded?: readonly string[];

  constructor(
    private readonly commands: Commands,
    private readonly createAccount: CreateAccountHandler,
    private readonly changeAccount: ChangeAccountHandler,
    private readonly accounts: AccountRepository,
    private readonly mails: OutgoingMails,
    private readonly lists: ListReader,
  ) {}

  @Post('users')
  @RequiresPermission('identity.user.create', { company: 'either' })
  @Returns(
    201,
    AccountIdDto,
    'Let a person in, with roles that you hold yourself; without a password, invite the person by mail to choose one',
    'login-taken',
    'email-unusable',
    'mail-not-configured',
    ...OF_MEMBERSHIPS,
    'password-common',
    'password-holds-login',
  )
  async createUser(@Body() { email, name, language, password, memberships }: CreateUserDto, @From() caller: Caller) {
    const { authority } = caller;
    const user = { kind: 'user', authority, login: email.toLowerCase(), name, language, memberships: wishesOf(memberships) } as const;
    if (password !== undefined) {
      const refusal = await refusalOfPassword(password, email);
      if (refusal) throw ProblemException.of(refusal);
      return this.commands.run(this.createAccount, { ...user, secretHash: await hashPassword(password) }, caller);
    }
    if (!this.mails.areSent) throw ProblemException.of(mailNotConfigured);
    return this.commands.run(this.createAccount, { ...user, secretHash: null, invitation: newSecret() }, caller);
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
  @Returns(201, CreatedServiceAccountDto, 'Let an app in, with roles that you hold yourself; its secret is shown once', ...OF_MEMBERSHIPS, 'permission-unknown')
  async createServiceAccount(@Body() { name, memberships, permissions, expiresAt: end }: CreateServiceAccountDto, @From() caller: Caller) {
    this.assertKnown(permissions);
    const [clientId, clientSecret] = [newClientId(), newSecret()];
    const secretHash = await hashPassword(clientSecret);
    const { authority } = caller;
    const limits = { permissions, ...(end === undefined ? {} : { expiresAt: new Date(end) }) };
    const wish = { kind: 'service', authority, login: clientId, name, secretHash, memberships: wishesOf(memberships), ...limits } as const;
    const answer = await this.commands.run(this.createAccount, wish, caller);
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
    'Rename an app, take its way in away, or say how often it may ask, what it may do at most and until when',
    'own-account',
    'role-not-held',
    'limit-forbidden',
    'permission-unknown',
    'version-stale',
  )
  changeServiceAccount(@Param('accountId') accountId: string, @Body() { expiresAt: end, ...body }: ChangeServiceAccountDto, @From() caller: Caller) {
    this.assertKnown(body.permissions);
    const who = { accountId, kind: 'service', authority: caller.authority, seen: caller.requireIfMatch() } as const;
    const expiresAt = end === undefined || end === null ? end : new Date(end);
    return this.commands.run(this.changeAccount, { ...who, ...body, ...(expiresAt === undefined ? {} : { expiresAt }) }, caller);
  }

  /** @throws ProblemException when there are permissions that nothing asks for. */
  private assertKnown(permissions: readonly string[] | null | undefined): void {
    this.demanded ??= permissionsDemanded(readKnownOperations());
    const refusal = refusalOfPermissions(permissions ?? [], this.demanded);
    if (refusal) throw ProblemException.of(refusal);
  }

  @Get('roles')
  @RequiresPermission('identity.role.view', { company: 'either' })
  @Returns(200, [RoleDto], 'Roles and what they permit')
  async roles(): Promise<RoleDto[]> {
    return (await this.accounts.roles()).map(showRole);
  }
}

/** Accounts of every company for who may see them all, else of the caller's. */
function companySeen(kind: 'user' | 'service', caller: Caller): string | null {
  return seesEveryAccount(caller.authority, kind) ? null : caller.companyId;
}
