import { type Caller, Commands, From, Public, RequiresPermission, Returns } from '@millrace/chassis';
import { IsName } from '@millrace/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { SigningKeys } from '../persistence/signing-keys.js';
import { RotateSigningKeyHandler } from './rotate-signing-key.handler.js';

export class RotatedDto {
  /** Id of the key that signs in a minute, when every verifier knows it. */
  @IsName() readonly kid!: string;
}

@Controller()
export class SigningKeysController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly commands: Commands,
    private readonly rotateKey: RotateSigningKeyHandler,
  ) {}

  /** For every verifier of tokens, inside and outside. */
  @Get('.well-known/jwks.json')
  @Public()
  published(): Promise<object> {
    return this.keys.published();
  }

  @Post('signing-keys/rotations')
  @RequiresPermission('identity.signing-key.rotate', { company: false })
  @Returns(201, RotatedDto, 'Sign tokens with a new key within two minutes; the old one stays known for a day')
  async rotate(@From() caller: Caller) {
    return this.commands.run(this.rotateKey, await this.keys.make(), caller);
  }
}
