import { Refusal } from '@millrace/kernel';

const passwordWrong = new Refusal('password-wrong', 'forbidden', 'The current password is another one.');
export const codeWrong = new Refusal('code-wrong', 'forbidden', 'The code is wrong, too old, or was used before.');
export const passkeyRefused = new Refusal('passkey-refused', 'forbidden', 'This passkey is not one of yours, or it took too long: ask for another challenge.');
export const secondFactorDemanded = new Refusal(
  'second-factor-demanded',
  'conflict',
  'A role or a company of yours demands a second factor: set another one up before you remove this one.',
);

/** What a person has proven once more, who is signed in and changes what protects the account, or what it is entered with. */
export type ProvenAgain = Readonly<{
  /** The hash that the current password was held against with success. */
  provenHash?: string;
  /** Of the authenticator, or a recovery code: yet to be taken. */
  code?: string;
  /** What came of the passkey that was brought in its place. */
  passkey?: 'proven' | 'refused';
}>;

/** What of it is still to be found out: the code is taken together with what it is for. */
type ToConfirm = Readonly<{ secretHash: string | null; isProtected: boolean; forbidden?: Refusal; takes: (code: string) => boolean }>;

/**
 * Why what was proven is not enough, if it is not: the password, and of what the account is protected by beside it one
 * thing. Refuses `password-wrong`, `passkey-refused`, `code-wrong`.
 *
 * @param forbidden Why it would come to nothing all the same: then no code is used up.
 */
export function refusalToConfirm({ provenHash, code, passkey }: ProvenAgain, { secretHash, isProtected, forbidden, takes }: ToConfirm): Refusal | undefined {
  if (provenHash === undefined || provenHash !== secretHash) return passwordWrong;
  if (forbidden) return forbidden;
  if (!isProtected || passkey === 'proven') return undefined;
  if (passkey === 'refused') return passkeyRefused;
  return code !== undefined && takes(code) ? undefined : codeWrong;
}
