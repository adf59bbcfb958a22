import { type Caller, Commands, cursorOf, From, limitOf, type Page, pageOf, RequiresPermission, Returns } from '@millrace/chassis';
import { Clock } from '@millrace/kernel';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { App } from '../domain/app.js';
import { useOf } from '../domain/overlapping-secret.js';
import { hashPassword, newSecret } from '../domain/password-hash.js';
import { AppRepository } from '../persistence/app.repository.js';
import { AppDto, AppsQuery, ChangeAppDto, ChangedAppDto, RegisterAppDto, RegisteredAppDto, RotateAppSecretDto, RotatedAppSecretDto } from './apps.dto.js';
import { ChangeAppHandler } from './change-app.handler.js';
import { RegisterAppHandler } from './register-app.handler.js';
import { RotateAppSecretHandler } from './rotate-app-secret.handler.js';

const OVERLAP_HOURS = 24;

/** The apps that people sign in to with the account that they have here. */
@Controller('apps')
export class AppsController {
  constructor(
    private readonly commands: Commands,
    private readonly registerApp: RegisterAppHandler,
    private readonly changeApp: ChangeAppHandler,
    private readonly rotateSecret: RotateAppSecretHandler,
    private readonly apps: AppRepository,
    private readonly clock: Clock,
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
    return pageOf(
      await this.apps.page(after, limit + 1),
      limit,
      (app) => show(app, this.clock.now()),
      ({ clientId }) => [clientId],
    );
  }

  @Patch(':appId')
  @RequiresPermission('identity.app.change', { company: false })
  @Returns(200, ChangedAppDto, 'Rename an app, say where it lives, or take its way in away', 'app-unreachable', 'role-not-held', 'version-stale')
  change(@Param('appId') appId: string, @Body() body: ChangeAppDto, @From() caller: Caller) {
    return this.commands.run(this.changeApp, { ...body, appId, seen: caller.requireIfMatch(), authority: caller.authority }, caller);
  }

  @Post(':appId/secret-rotations')
  @HttpCode(200)
  @RequiresPermission('identity.app.rotate', { company: false })
  @Returns(
    200,
    RotatedAppSecretDto,
    'Give an app that people sign in to another secret, shown once; the one before is good for a while',
    'app-keeps-no-secret',
    'role-not-held',
    'version-stale',
  )
  async rotate(@Param('appId') appId: string, @Body() { overlapHours = OVERLAP_HOURS }: RotateAppSecretDto, @From() caller: Caller) {
    const clientSecret = newSecret();
    const { authority, ifMatch: seen } = caller;
    const wish = { appId, seen, authority, secretHash: await hashPassword(clientSecret), overlapHours };
    const answer = await this.commands.run(this.rotateSecret, wish, caller);
    return answer.replayed ? answer : { ...answer, response: { ...answer.response, clientSecret } };
  }
}

function show(app: App, now: Date): AppDto {
  const { id, clientId, name, redirectUris, signOutUris, secretHash, deviceFlow, trusted, active, version } = app;
  const keepsSecret = secretHash !== null;
  return { appId: id, clientId, name, redirectUris, signOutUris, keepsSecret, deviceFlow, trusted, active, ...useOf(app, now), version };
}
