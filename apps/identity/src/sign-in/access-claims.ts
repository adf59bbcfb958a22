import { unique } from '@millrace/kernel';
import { Injectable } from '@nestjs/common';
import type { Account, Company } from '../domain/account.js';
import { permissionsOf } from '../domain/authority.js';
import { AccountRepository } from '../persistence/account.repository.js';

export const ACCESS_TOKEN_SECONDS = 900;

/** What an access token says of an account, the company that it acts for, and where else it may go. */
export type Access = Readonly<{ claims: Readonly<Record<string, unknown>>; companyId?: string; companies: readonly Company[] }>;

/** Of an account that acts for no company and may do nothing but with itself: whoever is signed in may set up a second factor. */
export function toItself({ session }: Account): Access {
  return { claims: { permissions: [], globalPermissions: [], session }, companies: [] };
}

/** Finds out what the access token of an account says, whichever way it is asked for. */
@Injectable()
export class AccessClaims {
  constructor(private readonly accounts: AccountRepository) {}

  /**
   * @param wished The company to act for; with none, the only one that the account belongs to.
   * @returns undefined when the account has no role in the company that is wished for.
   */
  async of({ id, session, requestsPerMinute }: Account, wished?: string): Promise<Access | undefined> {
    const grants = await this.accounts.grantsOf(id);
    const everywhere = grants.some((grant) => grant.companyId === null);
    const companies = await this.accounts.companies(everywhere ? null : unique(grants.map((grant) => grant.companyId!)));
    const companyId = wished ?? (companies.length === 1 ? companies[0]!.id : undefined);
    const mayEnter = async (company: string) =>
      everywhere ? (await this.accounts.companies([company])).length > 0 : grants.some((grant) => grant.companyId === company);
    if (wished !== undefined && !(await mayEnter(wished))) return undefined;
    const company = companyId === undefined ? {} : { company: companyId };
    const limit = requestsPerMinute === null ? {} : { requestsPerMinute };
    return { claims: { ...permissionsOf(grants, companyId), ...company, session, ...limit }, companyId, companies };
  }
}
