import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Forms } from '../views/forms.js';
import { alert, escape, type Form, hidden, messagePage, page } from '../views/page.js';
import { ConfirmEmail } from './confirm-email.js';

/** The page that the link to a new address leads to. Opening it changes nothing: programs that look at mails do so, too. */
@Injectable()
export class ConfirmEmailPage implements OnModuleInit {
  constructor(
    private readonly forms: Forms,
    private readonly confirmEmail: ConfirmEmail,
  ) {}

  onModuleInit(): void {
    this.forms.add({
      url: '/account/email',
      operation: 'ConfirmEmailPage_submit',
      byLink: true,
      show: async ({ token, address, mark }) => confirmForm({ mark, email: await this.confirmEmail.addressOf(token, address) }),
      submit: async ({ token, address, noted }) => {
        await this.confirmEmail.confirm(token, address, noted);
        return messagePage('The address is confirmed', 'From now on you sign in with it. You can close this page.');
      },
      again: ({ mark }, { email = '' }, fault) => confirmForm({ mark, email, fault }),
    });
  }
}

function confirmForm({ mark, email, fault }: Form & Readonly<{ email: string }>): string {
  return page(
    'Confirm your address',
    `${alert(fault)}<p>From now on you would sign in with <strong>${escape(email)}</strong>.</p>
<form method="post">${hidden({ mark, email })}<button>Confirm the address</button></form>`,
  );
}
