import { ProblemException } from '@millrace/chassis';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Fields, Forms, type Visit } from '../views/forms.js';
import { alert, described, escape, type Form, hidden, messagePage, page } from '../views/page.js';
import { ChoosePassword } from './choose-password.js';

const [LEAST, MOST] = [12, 1_024];

/** The page that the link of an invitation or a reset leads to. */
@Injectable()
export class ChoosePasswordPage implements OnModuleInit {
  constructor(
    private readonly forms: Forms,
    private readonly choosePassword: ChoosePassword,
  ) {}

  onModuleInit(): void {
    this.forms.add({
      url: '/account/password',
      operation: 'ChoosePasswordPage_submit',
      byLink: true,
      show: async ({ token, address, mark }) => passwordForm({ mark, email: (await this.choosePassword.accountOf(token, address)).login }),
      submit: (visit, fields) => this.choose(visit, fields),
      again: ({ mark }, { email = '' }, fault) => passwordForm({ mark, email, fault }),
    });
  }

  private async choose({ token, address, noted }: Visit, { password = '' }: Fields): Promise<string> {
    if (password.length < LEAST || password.length > MOST)
      throw new ProblemException(422, 'value-refused', `A password has at least ${LEAST} characters, of any kind, and at most ${MOST}.`);
    await this.choosePassword.choose(token, password, address, noted);
    return messagePage('The password is set', 'Sign in with it in the app that you use. You can close this page.');
  }
}

function passwordForm({ mark, email, fault }: Form & Readonly<{ email: string }>): string {
  return page(
    'Choose a password',
    `<p class="hint" id="rule">At least ${LEAST} characters of any kind. A few words that nobody else would put together are easy to keep in mind.</p>${alert(fault)}
<form method="post">${hidden({ mark })}
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" readonly value="${escape(email)}">
<label for="password">New password</label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="${LEAST}" maxlength="${MOST}"${described(fault) || ' aria-describedby="rule"'}>
<button>Set the password</button></form>`,
  );
}
