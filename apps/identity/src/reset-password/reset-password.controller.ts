import { ArrivedAs, Arrival, Public, Returns } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ResetRequestDto } from './reset-password.dto.js';
import { ResetRequests } from './reset-requests.js';

@Controller('password-reset-requests')
export class ResetPasswordController {
  constructor(private readonly requests: ResetRequests) {}

  @Post()
  @HttpCode(202)
  @Public()
  @Returns(202, undefined, 'Have a link to another password sent, if there is such an account: the answer is the same if not', 'mail-not-configured')
  request(@Body() { email }: ResetRequestDto, @ArrivedAs() arrival: Arrival): Promise<void> {
    return this.requests.ask(email, arrival.address, arrival.noted);
  }
}
