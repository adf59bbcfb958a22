import { Clock, type SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type App, refusalToChange } from '../domain/app.js';
import type { Authority } from '../domain/authority.js';
import { AppRepository } from '../persistence/app.repository.js';
import type { ChangedAppDto } from './apps.dto.js';

/** Another secret for an app; hashed before, since that takes long. */
export type AppSecret = Readonly<{ appId: string; seen: SeenVersion; authority: Authority; secretHash: string; overlapHours: number }>;

type Apps = ReadonlyMap<string, App>;

@Injectable()
export class RotateAppSecretHandler implements CommandHandler<AppSecret, Apps, ChangedAppDto> {
  readonly name = 'rotate-app-secret';

  constructor(
    private readonly apps: AppRepository,
    private readonly clock: Clock,
  ) {}

  load(commands: readonly Command<AppSecret>[], tx: UnitOfWork): Promise<Apps> {
    return this.apps.lock(
      tx,
      commands.map(({ request }) => request.appId),
    );
  }

  handle({ request: { appId, seen, authority, secretHash, overlapHours } }: Command<AppSecret>, apps: Apps): Outcome<ChangedAppDto> {
    const app = apps.get(appId);
    const refusal = refusalToChange(authority, app, seen);
    if (refusal || !app) return refusal!;
    const noSecret = app.rotateSecret(secretHash, this.clock.now(), overlapHours);
    if (noSecret) return noSecret;
    app.version += 1;
    return { appId, version: app.version };
  }
}
