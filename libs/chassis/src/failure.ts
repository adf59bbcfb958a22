type Fields = Readonly<Partial<Record<'code' | 'constraint' | 'table' | 'message' | 'stack', string>>>;

/**
 * What a log may hold of an error. The whole of it may not: the detail of PostgreSQL shows rows, the hint and the query
 * what was looked for.
 */
export function failureOf(error: unknown): object {
  const { code, constraint, table, message, stack } = (error ?? {}) as Fields;
  const at = stack?.match(/^ {4}at .+$/gm)?.map((line) => line.trim());
  return { code, constraint, table, message: message ?? String(error), at };
}
