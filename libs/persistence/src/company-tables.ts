/**
 * DDL that lets only one company's rows of each table be seen and written: the second wall behind the code's own.
 *
 * A service's role sees the company that `Transaction` was opened for, and nothing without one; the audit's role
 * sees everything and writes nothing.
 *
 * @param role The service's role; its audit role is `<role>_audit`.
 */
export function isolateCompanies(role: string, tables: readonly string[]): string[] {
  return tables.flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `create policy company on "${table}" to "${role}" using (company_id = (select nullif(current_setting('millrace.company', true), '')::uuid))`,
    `create policy audit on "${table}" for select to "${role}_audit" using (true)`,
  ]);
}

/** DDL that makes rows final: they can be added, never changed or taken away. */
export function appendOnly(role: string, tables: readonly string[]): string[] {
  return tables.map((table) => `revoke update, delete, truncate on "${table}" from "${role}"`);
}
