import { isRefusal, Refusal, type SeenVersion } from '@millrace/kernel';
import type { Account } from '../domain/account.js';
import type { Authority } from '../domain/authority.js';
import { type ManagedAccount, refusalToManage } from '../domain/memberships.js';

/** An account whose invitation somebody wants to change. */
export type Invited = Readonly<{ accountId: string; authority: Authority; seen: SeenVersion }>;

const invitationAccepted = new Refusal('invitation-accepted', 'conflict', 'This person has a password already: reset it instead.');

/** The account, if it is still invited and this is for the one who asks to decide. Refuses as `refusalToManage`, and `invitation-accepted`. */
export function invitedAccount({ accountId, authority, seen }: Invited, accounts: ReadonlyMap<string, ManagedAccount>): Account | Refusal {
  const managed = accounts.get(accountId);
  const refusal = refusalToManage(authority, managed, 'user', seen);
  if (isRefusal(refusal)) return refusal;
  return managed!.account.isInvited ? managed!.account : invitationAccepted;
}
