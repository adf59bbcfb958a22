import { type Caller, Commands, From, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Param, Patch } from '@nestjs/common';
import { IsBoolean } from 'class-validator';
import { RoleDto } from '../views/role.dto.js';
import { ChangeRoleHandler } from './change-role.handler.js';

export class ChangeRoleDto {
  /** With it, who has neither an authenticator nor a passkey enters only to set one up. */
  @IsBoolean() readonly demandsSecondFactor!: boolean;
}

@Controller('roles')
export class RolesController {
  constructor(
    private readonly commands: Commands,
    private readonly changeRole: ChangeRoleHandler,
  ) {}

  @Patch(':role')
  @RequiresPermission('identity.role.change', { company: false })
  @Returns(200, RoleDto, 'Say whether a role demands a second factor of who holds it; apps that act for themselves have none', 'role-not-held', 'version-stale')
  change(@Param('role') code: string, @Body() { demandsSecondFactor }: ChangeRoleDto, @From() caller: Caller) {
    return this.commands.run(this.changeRole, { code, demandsSecondFactor, authority: caller.authority, seen: caller.requireIfMatch() }, caller);
  }
}
