import type { Account } from './account.js';
import type { AccountLink } from './account-link.js';

/** What mails are written in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why a person is written to: with a link to something, or to be told what was done. */
export type MailKind = AccountLink['kind'] | 'password-changed' | 'email-changed' | 'second-factor-changed';

/** A mail that is to be sent; its words are found when it is. */
export type OutgoingMail = Readonly<{
  kind: MailKind;
  accountId: string;
  to: string;
  name: string;
  language: Language;
  /** What the link of the mail is good by. */
  token?: string;
  /** The address that an account has from now on, in a mail to the one before. */
  newEmail?: string;
}>;

/** As HTML has it for its own forms: nothing in it means anything to a mail server or in a header. */
const MAILABLE = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

/** Whether mail is sent to an address at all: one with quotes, comments, or characters beyond ASCII gets none. */
export function isMailable(address: string): boolean {
  return MAILABLE.test(address);
}

/** A mail to the person of an account, at the address that it signs in with unless another is given. */
export function mailTo(
  { id, login, name, language }: Pick<Account, 'id' | 'login' | 'name' | 'language'>,
  kind: MailKind,
  more: Partial<Pick<OutgoingMail, 'to' | 'token' | 'newEmail'>> = {},
): OutgoingMail {
  return { kind, accountId: id, to: login, name, language: language ?? 'en', ...more };
}
