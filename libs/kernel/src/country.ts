/** ISO 3166-1 alpha-2, upper case, for example "GB". */
export type Country = string;

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Every fact of an order names a country, and `Intl` takes its time. */
const known = new Map<string, boolean>();

/**
 * Whether a code is a country that `Intl` knows by name. Withdrawn codes and aliases are none: who writes "UK" would miss
 * the tax rules of "GB".
 */
export function isCountry(code: unknown): code is Country {
  if (typeof code !== 'string' || !/^[A-Z]{2}$/.test(code)) return false;
  let is = known.get(code);
  if (is === undefined) known.set(code, (is = names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code));
  return is;
}
