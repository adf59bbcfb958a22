import { Refusal } from '@millrace/kernel';

/** The shortest part of a login whose being in a password says anything. */
const SHORTEST_LOGIN = 4;
/** So many digits and signs on either side make a common password no better: a year and an exclamation mark. */
const AROUND = 5;
/** A unit of so many characters makes no password, however often it stands there. */
const SHORTEST_UNIT = 4;
/** What everybody guesses here who guesses anywhere. */
const OF_THIS_PLACE = ['millrace'];

const isCommon = new Refusal(
  'password-common',
  'invalid',
  'This password is on the lists that are tried first, or made of one that is: choose another, such as a sentence.',
);
const holdsLogin = new Refusal('password-holds-login', 'invalid', 'The password must not have the login in it.');

let known: Promise<ReadonlySet<string>> | undefined;

/** The 49,233 commonest of what was stolen elsewhere, which come with a library that guesses as attackers do; loaded when first asked. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set([...dictionary['passwords-common'], ...OF_THIS_PLACE]));
  return known;
}

/**
 * Why a new password is none, if so: it is on a list of broken ones (ASVS 5, 6.2.12), or is one of those with up to five
 * digits or signs on either side, or one over and over; or the login, or its part before the @, is in it (6.2.11). Upper and
 * lower case make no difference. Refuses `password-common`, `password-holds-login`.
 *
 * @example `Password1234!` is refused for `password`, `qwertyqwerty` for `qwerty`, `abcabcabcabc` for itself.
 */
export async function refusalOfPassword(password: string, login: string): Promise<Refusal | undefined> {
  const text = password.normalize('NFKC').toLowerCase();
  const name = login.toLowerCase().split('@')[0]!;
  if (name.length >= SHORTEST_LOGIN && text.includes(name)) return holdsLogin;
  const unit = unitOf(text);
  if (unit.length < SHORTEST_UNIT) return isCommon;
  const common = await commonPasswords();
  return coresOf(text)
    .flatMap(partsOf)
    .some((part) => common.has(part))
    ? isCommon
    : undefined;
}

/** What a text is a repetition of: itself, mostly. */
function unitOf(text: string): string {
  return text.slice(0, `${text}${text}`.indexOf(text, 1));
}

/** Of a repetition what is repeated, with or without what stands between. */
function partsOf(core: string): string[] {
  const unit = unitOf(core);
  return unit === core ? [core] : coresOf(unit);
}

/** A text, and what is left of it without some of the digits and signs at its ends. */
function coresOf(text: string): string[] {
  const before = /^[^\p{L}]*/u.exec(text)![0].length;
  const after = /[^\p{L}]*$/u.exec(text)![0].length;
  const upTo = (found: number) => Array.from({ length: Math.min(found, AROUND) + 1 }, (_none, index) => index);
  return upTo(before).flatMap((start) => upTo(after).map((end) => text.slice(start, text.length - end)));
}
