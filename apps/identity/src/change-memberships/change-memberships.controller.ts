import { type Caller, Commands, From, Remarks, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Param, Put } from '@nestjs/common';
import type { Account } from '../domain/account.js';
import { AreMemberships, ChangedAccountDto, MembershipDto, wishesOf } from '../views/account.dto.js';
import { ChangeMembershipsHandler } from './change-memberships.handler.js';

export class ChangeMembershipsDto {
  /** Those that it has from now on; who manages the accounts of one company changes those in that company only. */
  @AreMemberships({ min: 0 }) readonly memberships!: readonly MembershipDto[];
}

const REFUSALS = ['limits-without-company', 'limits-too-many', 'role-unknown', 'company-unknown', 'role-not-held', 'own-account', 'version-stale'];

const REMARKS = (whose: string) =>
  `The list is all that is held from now on: a role that is not in it is taken. A membership without \`companyId\` is one in every company. A change ends ${whose}.`;

@Controller()
export class ChangeMembershipsController {
  constructor(
    private readonly commands: Commands,
    private readonly changeMemberships: ChangeMembershipsHandler,
  ) {}

  @Put('users/:accountId/memberships')
  @RequiresPermission('identity.user.grant', { company: 'either' })
  @Remarks(REMARKS('every sign-in of the person, who has to sign in again'))
  @Returns(200, ChangedAccountDto, 'Say what a person may do, and where; a change ends the sign-ins of the person', ...REFUSALS)
  ofUser(@Param('accountId') accountId: string, @Body() { memberships }: ChangeMembershipsDto, @From() caller: Caller) {
    return this.change('user', accountId, memberships, caller);
  }

  @Put('service-accounts/:accountId/memberships')
  @RequiresPermission('identity.service-account.grant', { company: 'either' })
  @Remarks(REMARKS('the tokens of the app, which has to get another one'))
  @Returns(200, ChangedAccountDto, 'Say what an app may do, and where; a change ends its tokens', ...REFUSALS)
  ofServiceAccount(@Param('accountId') accountId: string, @Body() { memberships }: ChangeMembershipsDto, @From() caller: Caller) {
    return this.change('service', accountId, memberships, caller);
  }

  private change(kind: Account['kind'], accountId: string, memberships: readonly MembershipDto[], caller: Caller) {
    const seen = caller.requireIfMatch();
    return this.commands.run(this.changeMemberships, { accountId, kind, authority: caller.authority, seen, memberships: wishesOf(memberships) }, caller);
  }
}
