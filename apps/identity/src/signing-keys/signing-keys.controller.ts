import { Public, RequiresPermission, Returns } from '@millrace/chassis';
import { IsName } from '@millrace/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { SigningKeys } from '../persistence/signing-keys.js';

export class RotatedDto {
  /** Id of the key that signs from now on. */
  @IsName() readonly kid!: string;
}

@Controller()
export class SigningKeysController {
  constructor(private readonly keys: SigningKeys) {}

  /** For every verifier of tokens, inside and outside. */
  @Get('.well-known/jwks.json')
  @Public()
  published(): Promise<object> {
    return this.keys.published();
  }

  @Post('signing-keys/rotations')
  @RequiresPermission('identity.signing-key.rotate', { company: false })
  @Returns(201, RotatedDto, 'Sign tokens with a new key from now on; the old one stays known for a day')
  async rotate(): Promise<RotatedDto> {
    return { kid: await this.keys.rotate() };
  }
}
