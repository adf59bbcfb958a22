import { type ApiClient, ApiError } from './api-client.js';

export type Company = Readonly<{ companyId: string; name: string }>;
export type NewCompany = Readonly<{ name: string; country: string; timeZone: string; baseCurrency: string }>;

export async function findCompany(api: ApiClient, name: string): Promise<Company | undefined> {
  const { data } = await api.get<{ data: Company[] }>(`/v1/companies?name=${encodeURIComponent(name)}`);
  return data[0];
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
