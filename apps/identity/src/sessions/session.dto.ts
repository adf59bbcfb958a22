import { IsId, IsName } from '@millrace/contracts';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { ListedSession } from '../persistence/sign-in-state.repository.js';

const KINDS = ['browser', 'app'] as const;

export class SessionDto {
  @IsId() readonly sessionId!: string;
  /** A browser that is signed in here, or an app that acts for the person. */
  @IsIn(KINDS) readonly kind!: (typeof KINDS)[number];
  /** Name of the app. */
  @IsOptional() @IsName() readonly app?: string;
  @IsString() readonly startedAt!: string;
  @IsString() readonly usedAt!: string;
  /** When it ends by itself. */
  @IsString() readonly endsAt!: string;
}

export class EndedSessionDto {
  @IsId() readonly sessionId!: string;
}

/** Names the account first, by which the audit trail is searched. */
export class EndedUserSessionDto {
  @IsId() readonly accountId!: string;
  @IsId() readonly sessionId!: string;
}

export function showSession({ id, model, app, startedAt, usedAt, endsAt }: ListedSession): SessionDto {
  return {
    sessionId: id,
    kind: model === 'Session' ? 'browser' : 'app',
    ...(app === null ? {} : { app }),
    startedAt: startedAt.toISOString(),
    usedAt: usedAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
