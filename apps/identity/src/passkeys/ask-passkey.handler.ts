import type { Command, CommandHandler } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import type { PasskeyChallengeDto } from './passkeys.dto.js';

/** Gives out a challenge for a passkey that is there; asked for again with the same key, the same one. */
@Injectable()
export class AskPasskeyHandler implements CommandHandler<{ options: object }, undefined, PasskeyChallengeDto> {
  readonly name = 'ask-passkey';

  async load(): Promise<undefined> {}

  handle({ request, actor }: Command<{ options: object }>): PasskeyChallengeDto {
    return { accountId: actor, options: { ...request.options } };
  }
}
