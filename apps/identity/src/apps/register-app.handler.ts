import { Clock, newId } from '@millrace/kernel';
import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { App, appUnreachable, isReachable, mayTrust, trustNotHeld } from '../domain/app.js';
import type { Authority } from '../domain/authority.js';
import type { RegisterAppDto, RegisteredAppDto } from './apps.dto.js';

/** An app as it is wished for; its secret is hashed before, since that takes long. */
export type NewApp = Omit<RegisterAppDto, 'keepsSecret'> & Readonly<{ secretHash: string | null; authority: Authority }>;

@Injectable()
export class RegisterAppHandler implements CommandHandler<NewApp, void, RegisteredAppDto> {
  readonly name = 'register-app';

  constructor(private readonly clock: Clock) {}

  async load(): Promise<void> {}

  handle({ request }: Command<NewApp>, _loaded: void, tx: UnitOfWork): Outcome<RegisteredAppDto> {
    const { name, redirectUris, signOutUris = [], deviceFlow = false, trusted = false, secretHash, authority } = request;
    if (trusted && !mayTrust(authority)) return trustNotHeld;
    const [id, createdAt] = [newId(), this.clock.now()];
    const app = Object.assign(new App(), {
      id,
      clientId: id,
      name,
      redirectUris,
      signOutUris,
      deviceFlow,
      trusted,
      secretHash,
      previousSecretHash: null,
      previousSecretUntil: null,
      secretUsedAt: null,
      previousSecretUsedAt: null,
      active: true,
      createdAt,
      version: 1,
    });
    if (!isReachable(app)) return appUnreachable;
    tx.insert(app);
    return { appId: id, clientId: app.clientId, version: app.version };
  }
}
