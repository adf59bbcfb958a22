/** ISO 3166-1 alpha-2, upper case, for example "GB". */
export type Country = string;

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * Whether a code is a country that `Intl` knows by name. Withdrawn codes and aliases are none: who writes "UK" would miss
 * the tax rules of "GB".
 */
export function isCountry(code: unknown): code is Country {
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code;
}
