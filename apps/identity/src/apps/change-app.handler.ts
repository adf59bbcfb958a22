import type { SeenVersion } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type App, appUnreachable, isReachable, refusalToChange } from '../domain/app.js';
import type { Authority } from '../domain/authority.js';
import { AppRepository } from '../persistence/app.repository.js';
import { SignInStateRepository } from '../persistence/sign-in-state.repository.js';
import type { ChangeAppDto, ChangedAppDto } from './apps.dto.js';

export type AppChange = ChangeAppDto & Readonly<{ appId: string; seen: SeenVersion; authority: Authority }>;

type Apps = ReadonlyMap<string, App>;

@Injectable()
export class ChangeAppHandler implements CommandHandler<AppChange, Apps, ChangedAppDto> {
  readonly name = 'change-app';

  constructor(
    private readonly apps: AppRepository,
    private readonly state: SignInStateRepository,
  ) {}

  load(commands: readonly Command<AppChange>[], tx: UnitOfWork): Promise<Apps> {
    return this.apps.lock(
      tx,
      commands.map(({ request }) => request.appId),
    );
  }

  handle({ request }: Command<AppChange>, apps: Apps, tx: UnitOfWork): Outcome<ChangedAppDto> {
    const { appId, seen, name, redirectUris, signOutUris, trusted, active, authority } = request;
    const app = apps.get(appId);
    const refusal = refusalToChange(authority, app, seen, trusted === true);
    if (refusal || !app) return refusal!;
    const places = { redirectUris: redirectUris ?? app.redirectUris, signOutUris: signOutUris ?? app.signOutUris };
    if (!isReachable({ ...app, ...places })) return appUnreachable;
    app.name = name ?? app.name;
    Object.assign(app, places);
    app.trusted = trusted ?? app.trusted;
    // At both ends: a request that was under way when the app was closed may have left something behind.
    if (active !== undefined && active !== app.active) this.state.endClients(tx, [app.clientId]);
    app.active = active ?? app.active;
    app.version += 1;
    return { appId, version: app.version };
  }
}
