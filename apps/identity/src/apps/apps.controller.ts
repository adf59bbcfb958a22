import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import type { App } from '../domain/app.js';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { AppRepository } from '../persistence/app.repository.js';
import { AppDto, AppsQuery, ChangeAppDto, ChangedAppDto, RegisterAppDto, RegisteredAppDto } from './apps.dto.js';
import { ChangeAppHandler } from './change-app.handler.js';
import { RegisterAppHandler } from './register-app.handler.js';

/** The apps that people sign in to with the account that they have here. */
@Controller('apps')
export class AppsController {
  constructor(
    private readonly commands: Commands,
    private readonly registerApp: RegisterAppHandler,
    private readonly changeApp: ChangeAppHandler,
    private readonly apps: AppRepository,
  ) {}

  @Post()
  @RequiresPermission('identity.app.register', { company: false })
  @Returns(201, RegisteredAppDto, 'Let people sign in to an app with the account that they have here', 'app-unreachable', 'role-not-held')
  async register(@Body() { keepsSecret = false, ...body }: RegisterAppDto, @From() caller: Caller) {
    const clientSecret = keepsSecret ? newSecret() : undefined;
    const secretHash = clientSecret === undefined ? null : await hashPassword(clientSecret);
    const answer = await this.commands.run(this.registerApp, { ...body, secretHash, authority: caller.authority }, caller);
    return answer.replayed || clientSecret === undefined ? answer : { ...answer, response: { ...answer.response, clientSecret } };
  }

  @Get()
  @RequiresPermission('identity.app.view', { company: false })
  @Returns(200, { page: AppDto }, 'Apps that people sign in to, by client id')
  async list(@Query() query: AppsQuery): Promise<Page<AppDto>> {
    const limit = limitOf(query);
    const [after = ''] = cursorOf(query, 1) ?? [];
    return pageOf(await this.apps.page(after, limit + 1), limit, show, ({ clientId }) => [clientId]);
  }

  @Patch(':appId')
  @RequiresPermission('identity.app.change', { company: false })
  @Returns(200, ChangedAppDto, 'Rename an app, say where it lives, or take its way in away', 'app-unreachable', 'role-not-held', 'version-stale')
  change(@Param('appId') appId: string, @Body() body: ChangeAppDto, @From() caller: Caller) {
    return this.commands.run(this.changeApp, { ...body, appId, seen: caller.requireIfMatch(), authority: caller.authority }, caller);
  }
}

function show({ id, clientId, name, redirectUris, signOutUris, secretHash, deviceFlow, trusted, active, version }: App): AppDto {
  return { appId: id, clientId, name, redirectUris, signOutUris, keepsSecret: secretHash !== null, deviceFlow, trusted, active, version };
}
