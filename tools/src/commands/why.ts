import type { Limits } from '@millrace/kernel';
import type { ApiClient } from '../api/api-client.js';
import { companyIdOf } from '../api/companies.js';
import { operatorClient } from '../sign-in/operator-client.js';
import { findSite } from '../site/site.js';
import { green, print, printJson, red } from './output.js';

type Membership = Readonly<{ companyId?: string; role: string; limits?: Limits }>;
type Account = Readonly<{ accountId: string; login: string; memberships: readonly Membership[] }>;
type Decision = Readonly<{
  operation: string;
  route: string;
  permission?: string;
  held?: string;
  companyId?: string;
  allowed: boolean;
  grantedBy: readonly Membership[];
  limits?: Limits;
  refusal?: string;
  detail?: string;
  roles: readonly string[];
}>;

const KINDS = ['users', 'service-accounts'] as const;

/** Why somebody may do something, or what is missing: as identity works it out, by what every guard asks. */
export async function why(user: string, operation: string, { company, json }: { company?: string; json?: boolean }): Promise<void> {
  const site = findSite();
  const api = operatorClient(site);
  try {
    const { kind, account } = await findAccount(api, user);
    const companyId = company === undefined ? onlyCompanyOf(account) : await companyIdOf(api, company);
    const query = new URLSearchParams({ operation, ...(companyId === undefined ? {} : { companyId }) });
    const decisions = await api.get<Decision[]>(`/v1/${kind}/${account.accountId}/access?${query}`);
    if (json) printJson(decisions);
    else for (const decision of decisions) print(sentence(account.login, decision));
    process.exitCode = decisions.every(({ allowed }) => allowed) ? 0 : 1;
  } finally {
    await api.close();
  }
}

async function findAccount(api: ApiClient, user: string): Promise<Readonly<{ kind: (typeof KINDS)[number]; account: Account }>> {
  const login = user.toLowerCase();
  for (const kind of KINDS)
    for await (const account of api.all<Account>(`/v1/${kind}`)) if (account.accountId === user || account.login === login) return { kind, account };
  throw new Error(`There is no account ${user}: name it by its e-mail address, its client id, or its id.`);
}

/** Whoever belongs to one company gets its tokens for that one. */
function onlyCompanyOf({ memberships }: Account): string | undefined {
  const companies = new Set(memberships.map(({ companyId }) => companyId));
  return companies.size === 1 ? [...companies][0] : undefined;
}

/** What a decision says, in words. */
export function sentence(
  login: string,
  { operation, route, permission, held, companyId, allowed, grantedBy, limits, refusal, detail, roles }: Decision,
): string {
  const where = companyId === undefined ? 'without a company' : `in company ${companyId}`;
  const lines = [`${login} ${allowed ? green('may') : red('may not')} ${operation} (${route}) ${where}.`];
  if (permission) lines.push(`It takes ${permission}, held ${held}.`);
  else if (allowed) lines.push('It takes no permission.');
  for (const { role, companyId: of, limits: within } of grantedBy) {
    lines.push(`Granted by the role ${role} in ${of === undefined ? 'every company' : `company ${of}`}${within ? `, ${wordsOf(within)}` : ''}.`);
  }
  if (limits) lines.push(`It may go so far: ${wordsOf(limits)}.`);
  if (refusal) lines.push(`${refusal}: ${detail}`);
  if (!allowed && roles.length > 0) lines.push(`Roles that are enough: ${roles.join(', ')}.`);
  return lines.join('\n  ');
}

function wordsOf({ approvalLimit, warehouses, ownRecordsOnly }: Limits): string {
  return [
    ...(approvalLimit === undefined ? [] : [`amounts up to ${approvalLimit}`]),
    ...(warehouses === undefined ? [] : [`the warehouses ${warehouses.join(', ')}`]),
    ...(ownRecordsOnly ? ['own records only'] : []),
  ].join('; ');
}
