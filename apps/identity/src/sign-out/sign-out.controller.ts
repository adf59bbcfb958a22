import { type Caller, Commands, From, Returns, SignedIn } from '@millrace/chassis';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ChangedAccountDto } from '../views/account.dto.js';
import { SignOutHandler } from './sign-out.handler.js';

@Controller('sign-outs')
export class SignOutController {
  constructor(
    private readonly commands: Commands,
    private readonly signOut: SignOutHandler,
  ) {}

  @Post()
  @HttpCode(200)
  @SignedIn()
  @Returns(200, ChangedAccountDto, 'Sign out everywhere: within a minute no token that your account has opens anything')
  end(@From() caller: Caller) {
    return this.commands.run(this.signOut, {}, caller);
  }
}
