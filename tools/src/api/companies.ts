import { isId } from '@millrace/kernel';
import { type ApiClient, ApiError } from './api-client.js';

export type Company = Readonly<{ companyId: string; name: string }>;
export type NewCompany = Readonly<{ name: string; country: string; timeZone: string; baseCurrency: string }>;

export async function findCompany(api: ApiClient, name: string): Promise<Company | undefined> {
  const { data } = await api.get<{ data: Company[] }>(`/v1/companies?name=${encodeURIComponent(name)}`);
  return data[0];
}

/** No company has the name that somebody gave. */
export class NoSuchCompany extends Error {}

/** The id of a company that somebody names by either. @throws NoSuchCompany */
export async function companyIdOf(api: ApiClient, company: string): Promise<string> {
  if (isId(company)) return company;
  const found = await findCompany(api, company);
  if (!found) throw new NoSuchCompany(`There is no company ${company}.`);
  return found.companyId;
}

/** The company of this name, made when it is not there. */
export async function ensureCompany(api: ApiClient, company: NewCompany): Promise<Company & { isNew: boolean }> {
  const known = await findCompany(api, company.name);
  if (known) return { ...known, isNew: false };
  try {
    return { ...(await api.post<Company>('/v1/companies', company)), isNew: true };
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.code !== 'company-exists') throw error;
    return { ...(await findCompany(api, company.name))!, isNew: false };
  }
}
