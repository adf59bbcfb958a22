import type { Language, MailKind, OutgoingMail } from '../domain/mail.js';
import { escape } from '../views/page.js';

/** What a mail says, as text and as HTML. */
export type MailText = Readonly<{ subject: string; text: string; html: string }>;

type Words = Readonly<{ subject: string; lines: readonly string[]; action?: string; after?: readonly string[] }>;

/** Subjects are the same for everybody, so nothing that somebody typed stands in a header. */
const WORDS: Readonly<Record<Language, Readonly<Record<MailKind, (newEmail: string) => Words>>>> = {
  en: {
    invitation: () => ({
      subject: 'You are invited to Millrace',
      lines: ['an account was made for you. Choose a password of your own to enter:'],
      action: 'Choose a password',
      after: ['The link is good once, for three days. After that, ask whoever invited you for another one.'],
    }),
    'password-reset': () => ({
      subject: 'Choose another password',
      lines: ['somebody, most likely you, has forgotten the password of your account. Choose another one here:'],
      action: 'Choose another password',
      after: ['The link is good once, for half an hour. If you did not ask for it, do nothing: your password stays as it is.'],
    }),
    'email-change': () => ({
      subject: 'Confirm your e-mail address',
      lines: ['an account is to have this e-mail address from now on. Confirm it if the account is yours:'],
      action: 'Confirm the address',
      after: ['The link is good once, for a day. If you do not know of this, do nothing.'],
    }),
    'password-changed': () => ({
      subject: 'Your password was changed',
      lines: [
        'the password of your account was changed, and everything that was signed in with it is signed out.',
        'If that was not you, ask an administrator at once to close the account.',
      ],
    }),
    'second-factor-changed': () => ({
      subject: 'Your second factor was changed',
      lines: [
        'an authenticator, a passkey or the recovery codes of your account were added, replaced or removed.',
        'If that was not you, ask an administrator at once to close the account.',
      ],
    }),
    'email-changed': (newEmail) => ({
      subject: 'Your e-mail address was changed',
      lines: [
        `from now on your account signs in with ${newEmail}, and no longer with this address.`,
        'If that was not you, ask an administrator at once to close the account.',
      ],
    }),
  },
  de: {
    invitation: () => ({
      subject: 'Einladung zu Millrace',
      lines: ['für Sie wurde ein Konto angelegt. Wählen Sie ein eigenes Passwort:'],
      action: 'Passwort wählen',
      after: ['Der Link gilt einmal und drei Tage lang. Danach bitten Sie die Person, die Sie eingeladen hat, um einen neuen.'],
    }),
    'password-reset': () => ({
      subject: 'Neues Passwort wählen',
      lines: ['jemand, wahrscheinlich Sie, hat das Passwort Ihres Kontos vergessen. Hier wählen Sie ein neues:'],
      action: 'Neues Passwort wählen',
      after: ['Der Link gilt einmal und eine halbe Stunde lang. Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist.'],
    }),
    'email-change': () => ({
      subject: 'E-Mail-Adresse bestätigen',
      lines: ['ein Konto soll von nun an diese E-Mail-Adresse haben. Bestätigen Sie sie, wenn es Ihres ist:'],
      action: 'Adresse bestätigen',
      after: ['Der Link gilt einmal und einen Tag lang. Wissen Sie nichts davon, tun Sie nichts.'],
    }),
    'password-changed': () => ({
      subject: 'Ihr Passwort wurde geändert',
      lines: [
        'das Passwort Ihres Kontos wurde geändert, und alles, was damit angemeldet war, ist abgemeldet.',
        'Waren Sie es nicht, bitten Sie sofort jemanden aus der Verwaltung, das Konto zu schließen.',
      ],
    }),
    'second-factor-changed': () => ({
      subject: 'Ihr zweiter Faktor wurde geändert',
      lines: [
        'eine Authenticator-App, ein Passkey oder die Wiederherstellungscodes Ihres Kontos wurden hinzugefügt, ersetzt oder entfernt.',
        'Waren Sie es nicht, bitten Sie sofort jemanden aus der Verwaltung, das Konto zu schließen.',
      ],
    }),
    'email-changed': (newEmail) => ({
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      lines: [
        `von nun an melden Sie sich mit ${newEmail} an und nicht mehr mit dieser Adresse.`,
        'Waren Sie es nicht, bitten Sie sofort jemanden aus der Verwaltung, das Konto zu schließen.',
      ],
    }),
  },
};

const GREETING: Readonly<Record<Language, string>> = { en: 'Hello', de: 'Guten Tag' };
/** The page that the link of a mail opens. */
const PAGE: Readonly<Partial<Record<MailKind, string>>> = { invitation: 'password', 'password-reset': 'password', 'email-change': 'email' };

/** A name is a name: it brings no lines of its own. */
const onOneLine = (name: string) => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/**
 * The words of a mail in the language of its reader.
 *
 * @param pages Where the pages stand that links lead to, such as `https://erp.example/account`.
 */
export function textOf({ kind, language, name, token, newEmail = '' }: OutgoingMail, pages: string): MailText {
  const { subject, lines, action, after = [] } = WORDS[language][kind](newEmail);
  const greeting = `${GREETING[language]} ${onOneLine(name)},`;
  const link = token === undefined || action === undefined ? undefined : `${pages}/${PAGE[kind]}?link=${encodeURIComponent(token)}`;
  const paragraphs = (some: readonly string[]) => some.map((line) => `<p>${escape(line)}</p>`).join('\n');
  const button = link === undefined ? '' : `\n<p><a href="${escape(link)}">${escape(action ?? link)}</a></p>`;
  return {
    subject,
    text: [greeting, ...lines, ...(link === undefined ? [] : [link]), ...after].join('\n\n').concat('\n'),
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>
${paragraphs([greeting, ...lines])}${button}
${paragraphs(after)}</body></html>`,
  };
}
