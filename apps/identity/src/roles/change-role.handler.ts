import { Refusal } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Role } from '../domain/account.js';
import { type Authority, holds, roleNotHeld } from '../domain/authority.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { type RoleDto, showRole } from '../views/role.dto.js';

export type RoleChange = Readonly<{ code: string; demandsSecondFactor: boolean; authority: Authority }>;

type Roles = ReadonlyMap<string, Role>;

const roleUnknown = new Refusal('not-found', 'missing', 'There is no role with this code.');

/** Nobody makes entering harder or easier for who may do more than the one who asks. */
@Injectable()
export class ChangeRoleHandler implements CommandHandler<RoleChange, Roles, RoleDto> {
  readonly name = 'change-role';

  constructor(private readonly accounts: AccountRepository) {}

  load(commands: readonly Command<RoleChange>[], tx: UnitOfWork): Promise<Roles> {
    return this.accounts.lockRoles(
      tx,
      commands.map(({ request }) => request.code),
    );
  }

  handle({ request: { code, demandsSecondFactor, authority } }: Command<RoleChange>, roles: Roles): Outcome<RoleDto> {
    const role = roles.get(code);
    if (!role) return roleUnknown;
    if (!holds(authority, { companyId: null, permissions: role.permissions })) return roleNotHeld;
    role.demandsSecondFactor = demandsSecondFactor;
    return showRole(role);
  }
}
