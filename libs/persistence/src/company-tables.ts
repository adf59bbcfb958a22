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

/**
 * DDL that makes some columns final: the service's role may update what else the table has by then, and takes no row away.
 * A column that a later migration adds needs a grant of its own.
 */
export function finalColumns(role: string, table: string, columns: readonly string[]): string[] {
  return [
    `revoke update, delete, truncate on "${table}" from "${role}"`,
    `do $$ begin execute (
      select format('grant update (%s) on %I to %I', string_agg(quote_ident(column_name), ', '), '${table}', '${role}') from information_schema.columns
      where table_schema = current_schema() and table_name = '${table}' and column_name <> all ('{${columns.join(',')}}')
    ); end $$`,
  ];
}

/** DDL that makes rows final: they can be added, never changed or taken away. */
export function appendOnly(role: string, tables: readonly string[]): string[] {
  return tables.map((table) => `revoke update, delete, truncate on "${table}" from "${role}"`);
}
