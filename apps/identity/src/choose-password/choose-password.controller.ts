import { ArrivedAs, Arrival, Public, Returns } from '@millrace/chassis';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ChoosePassword } from './choose-password.js';
import { ChosenPasswordDto, ChoosePasswordDto } from './choose-password.dto.js';

@Controller('chosen-passwords')
export class ChoosePasswordController {
  constructor(private readonly choosePassword: ChoosePassword) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Returns(
    200,
    ChosenPasswordDto,
    'Choose a password with the link of an invitation or a reset; all sessions end, a second factor stays',
    'link-invalid',
    'password-common',
    'password-holds-login',
  )
  choose(@Body() { token, password }: ChoosePasswordDto, @ArrivedAs() arrival: Arrival): Promise<ChosenPasswordDto> {
    return this.choosePassword.choose(token, password, arrival.address, arrival.noted, (id) => arrival.isAbout({ type: 'account', id }));
  }
}
