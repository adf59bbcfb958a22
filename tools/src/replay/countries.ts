import { isCountry } from '@millrace/kernel';

/** The names of countries in the data set, where they differ from what `Intl` calls them. Made-up ones stand for groups. */
const NAMES: Readonly<Record<string, string>> = {
  EIRE: 'IE',
  'Channel Islands': 'JE',
  'European Community': 'EU',
  RSA: 'ZA',
  USA: 'US',
  'Hong Kong': 'HK',
  'Czech Republic': 'CZ',
  Unspecified: 'ZZ',
};

const intl = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const A = 'A'.charCodeAt(0);
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCharCode(A + index));

const codes = new Map([
  ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code): [string, string][] =>
    isCountry(code) ? [[intl.of(code)!, code]] : [],
  ),
  ...Object.entries(NAMES),
]);

const namesOfData = new Map(Object.entries(NAMES).map(([name, code]) => [code, name]));

/** ISO 3166-1 code of a country's name in the data set. @throws Error when nobody calls a country so. */
export function countryCode(name: string): string {
  const code = codes.get(name);
  if (code === undefined) throw new Error(`The file names a country "${name}" that is not known.`);
  return code;
}

/** What the data set calls a country. */
export function countryName(code: string): string {
  return namesOfData.get(code) ?? intl.of(code) ?? code;
}
