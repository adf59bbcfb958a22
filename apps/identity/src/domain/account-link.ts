import { Refusal } from '@millrace/kernel';
import type { Account } from './account.js';

/** What lets somebody do one thing with an account once, by the token in a mail. */
export type AccountLink = Readonly<{
  id: string;
  accountId: string;
  kind: 'invitation' | 'password-reset' | 'email-change';
  /** The address that is confirmed with it. */
  newEmail: string | null;
}>;

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];

/** How long a link is good: an invitation over a weekend, what opens an account that is in use for as long as it takes to read a mail. */
const GOOD_FOR_MS: Readonly<Record<AccountLink['kind'], number>> = {
  invitation: 72 * HOUR_MS,
  'password-reset': 30 * MINUTE_MS,
  'email-change': 24 * HOUR_MS,
};

/** An account gets no more links of a kind in an hour, whoever asks for them. */
export const LINKS_AN_HOUR = 3;

/** Says the same of a link that was never given, was used, is too old, or was replaced by a newer one. */
export const linkInvalid = new Refusal('link-invalid', 'invalid', 'This link is not good, or not any more: ask for another one.');
export const linksTooMany = new Refusal('mail-limit-exceeded', 'conflict', `At most ${LINKS_AN_HOUR} such mails go to one account in an hour: wait.`);
export const mailNotConfigured = new Refusal('mail-not-configured', 'conflict', 'This suite sends no mail: an administrator sets the password.');
export const emailUnusable = new Refusal(
  'email-unusable',
  'invalid',
  'No mail can be sent to this address: it has characters that mail servers read in different ways.',
);

/** Until when a link that is given now is good. */
export function goodUntil(kind: AccountLink['kind'], now: Date): Date {
  return new Date(now.getTime() + GOOD_FOR_MS[kind]);
}

/** Whether a password can be chosen with a link: the first one by who is invited, another one by who has one. */
export function letsChoosePassword({ kind }: AccountLink, { kind: of, active, isInvited }: Account): boolean {
  return of === 'user' && active && kind === (isInvited ? 'invitation' : 'password-reset');
}
