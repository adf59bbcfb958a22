import { isStale, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { Role } from '../domain/account.js';
import { type Authority, holds, roleNotHeld } from '../domain/authority.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { type RoleDto, showRole } from '../views/role.dto.js';

export type RoleChange = Readonly<{ code: string; demandsSecondFactor: boolean; authority: Authority; seen: SeenVersion }>;

type Roles = ReadonlyMap<string, Role>;

const versionStale = new Refusal('version-stale', 'stale', 'The role has changed since: read it again.');
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

  handle({ request: { code, demandsSecondFactor, authority, seen } }: Command<RoleChange>, roles: Roles): Outcome<RoleDto> {
    const role = roles.get(code);
    if (!role) return roleUnknown;
    if (!holds(authority, { companyId: null, permissions: role.permissions })) return roleNotHeld;
    if (isStale(seen, role.version)) return versionStale;
    role.demandsSecondFactor = demandsSecondFactor;
    role.version += 1;
    return showRole(role);
  }
}
