import type { Command, CommandHandler, Outcome, UnitOfWork } from '@millrace/messaging';
import { Injectable } from '@nestjs/common';
import { type NewSigningKey, SigningKeys } from '../persistence/signing-keys.js';

/** Takes a key that was made into use. */
@Injectable()
export class RotateSigningKeyHandler implements CommandHandler<NewSigningKey, void, { kid: string }> {
  readonly name = 'rotate-signing-key';

  constructor(private readonly keys: SigningKeys) {}

  async load(): Promise<void> {}

  handle({ request }: Command<NewSigningKey>, _loaded: void, tx: UnitOfWork): Outcome<{ kid: string }> {
    this.keys.add(tx, request);
    return { kid: request.kid };
  }
}
