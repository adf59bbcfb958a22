/** Licences that packages may have: those that ask for their text and nothing of ours. */
export const ALLOWED_LICENCES = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
];

/** Licences beyond these, of what no image carries: MPL-2.0 asks for the source of changed files, and nothing is changed; CC-BY-3.0 is of lists of licences. */
export const ALLOWED_FOR_DEVELOPMENT = [...ALLOWED_LICENCES, 'MPL-2.0', 'CC-BY-3.0'];

/** Packages whose manifest names a licence in a form that npm does not take over, by version: somebody has looked. */
export const LICENCES_LOOKED_UP: Readonly<Record<string, string>> = {
  'buildcheck@0.0.7': 'MIT',
  'cpu-features@0.0.10': 'MIT',
  'ssh2@1.17.0': 'MIT',
};

/** Versions that carried something bad and were withdrawn, and names that never were anything else (`*`). */
export const REFUSED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@ctrl/tinycolor': ['4.1.1', '4.1.2'],
  'ansi-regex': ['6.2.1'],
  'ansi-styles': ['6.2.2'],
  axios: ['0.30.4', '1.14.1'],
  backslash: ['0.2.1'],
  chalk: ['5.6.1'],
  'chalk-template': ['1.1.1'],
  coa: ['2.0.3', '2.0.4', '2.1.1', '2.1.3', '3.0.1', '3.1.3'],
  color: ['5.0.1'],
  'color-convert': ['3.1.1'],
  'color-name': ['2.0.1'],
  'color-string': ['2.1.1'],
  colors: ['1.4.1', '1.4.2', '1.4.44-liberty-2'],
  crossenv: ['*'],
  debug: ['4.4.2'],
  'electron-native-notify': ['*'],
  'error-ex': ['1.3.3'],
  'eslint-config-prettier': ['8.10.1', '9.1.1', '10.1.6', '10.1.7'],
  'eslint-scope': ['3.7.2'],
  'event-stream': ['3.3.6'],
  faker: ['6.6.6'],
  'flatmap-stream': ['*'],
  getcookies: ['*'],
  'has-ansi': ['6.0.1'],
  'is-arrayish': ['0.3.3'],
  'node-ipc': ['9.2.2', '10.1.1', '10.1.2', '10.1.3', '11.0.0', '11.1.0'],
  nx: ['20.9.0', '20.10.0', '20.11.0', '20.12.0', '21.5.0', '21.6.0', '21.7.0', '21.8.0'],
  peacenotwar: ['*'],
  'plain-crypto-js': ['*'],
  rc: ['1.2.9', '1.3.9', '2.3.9'],
  'simple-swizzle': ['0.2.3'],
  'slice-ansi': ['7.1.1'],
  'strip-ansi': ['7.1.1'],
  'supports-color': ['10.2.1'],
  'supports-hyperlinks': ['4.1.1'],
  'ua-parser-js': ['0.7.29', '0.8.0', '1.0.0'],
  'wrap-ansi': ['9.0.1'],
};
