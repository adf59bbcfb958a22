/** A query as the suite reads it: `filter[netTotal][gte]=100`, and several values between commas. */
export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  const parameters = Object.entries(query).flatMap(([name, value]) => parametersOf(name, value, false));
  return parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function parametersOf(name: string, value: unknown, isOperand: boolean): [name: string, value: string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [[name, value.map((each) => (isOperand ? marked(String(each)) : String(each))).join(',')]];
  if (typeof value !== 'object') return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, each]) => parametersOf(`${name}[${key}]`, each, true));
}

/** A comma of a value is no comma between two of them. */
const marked = (text: string) => text.replace(/[\\,]/g, '\\$&');
