import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { type Fields, Forms, type Visit } from '../views/forms.js';
import { alert, described, escape, type Form, hidden, messagePage, page } from '../views/page.js';
import { ResetRequests } from './reset-requests.js';

const ANSWER = messagePage(
  'Look into your mail',
  'If there is an account with this address, a link to choose another password is on its way. It is good for half an hour. If none comes, ask an administrator.',
);

/** The page that who has forgotten a password comes to from the sign-in page. */
@Injectable()
export class ForgottenPasswordPage implements OnModuleInit {
  constructor(
    private readonly forms: Forms,
    private readonly requests: ResetRequests,
  ) {}

  onModuleInit(): void {
    this.forms.add({
      url: '/account/forgotten-password',
      operation: 'ForgottenPasswordPage_submit',
      byLink: false,
      show: ({ mark }) => emailForm({ mark, email: '' }),
      submit: (visit, fields) => this.ask(visit, fields),
      again: ({ mark }, { email = '' }, fault) => emailForm({ mark, email: email.slice(0, 320), fault }),
    });
  }

  private async ask({ address, noted }: Visit, { email = '' }: Fields): Promise<string> {
    if (isEmail(email) && email.length <= 320) await this.requests.ask(email, address, noted);
    return ANSWER;
  }
}

function emailForm({ mark, email, fault }: Form & Readonly<{ email: string }>): string {
  return page(
    'Forgotten password',
    `<p>A link to choose another one is sent to the address that you sign in with.</p>${alert(fault)}
<form method="post">${hidden({ mark })}
<label for="email">E-mail address</label><input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${escape(email)}"${described(fault)}>
<button>Send the link</button></form>`,
  );
}
