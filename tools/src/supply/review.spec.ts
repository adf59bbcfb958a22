import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { idOf, lockedPackages, type LockedPackage, packagesIn } from './lockfile.js';
import { reviewPackages, type ScriptRules } from './review.js';
import { LICENCES_LOOKED_UP } from './supply-rules.js';

const SOUND: LockedPackage = { path: 'node_modules/sound', name: 'sound', version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==` };
const AT = 'https://packages.example/sound/-/sound-1.0.0.tgz';
const faults = (each: Partial<LockedPackage>, scripts: ScriptRules = {}) =>
  reviewPackages([{ ...SOUND, ...each }], scripts).map((line) => line.slice(line.indexOf(')') + 2));

describe('the packages of this project', () => {
  const packages = lockedPackages(ROOT);
  const { allowScripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { allowScripts: ScriptRules };

  it('name no place that they come from and have digests, with licences that are allowed, and run nothing that nobody has looked at', () => {
    expect(packages.length).toBeGreaterThan(500);
    expect(reviewPackages(packages, allowScripts)).toEqual([]);
  });

  it('are all that a licence was looked up for', () => {
    const known = new Set(packages.map(idOf));
    expect(Object.keys(LICENCES_LOOKED_UP).filter((id) => !known.has(id))).toEqual([]);
  });

  it('run something only when they are named as they are installed', () => {
    const scripts = new Set(packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    expect(Object.keys(allowScripts).filter((name) => !scripts.has(name))).toEqual([]);
  });
});

describe('a review of packages', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    AT,
    'git+ssh://git@github.com/somebody/sound.git#4f1e',
    'file:../sound',
    AT.replace('https', 'http'),
    'https://user@packages.example/sound-1.0.0.tgz',
    'sound',
    '',
  ])('finds one that names where it comes from, "%s"', (resolved) => {
    expect(faults({ resolved })).toEqual([expect.stringContaining(`comes from ${resolved}: no package names where`)]);
  });

  it.each([undefined, '', 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'sha512-AAAA'])('finds one with the digest %s', (integrity) => {
    expect(faults({ integrity })).toEqual(['has no digest by SHA-512']);
  });

  it.each([
    ['MIT', []],
    ['MIT OR Apache-2.0', []],
    ['(MIT OR GPL-3.0-only)', []],
    ['MIT AND GPL-3.0-only', ['has the licence MIT AND GPL-3.0-only, which is not on the list']],
    ['AGPL-3.0-only', ['has the licence AGPL-3.0-only, which is not on the list']],
    ['SEE LICENSE IN LICENSE.md', ['has the licence SEE LICENSE IN LICENSE.md, which is not on the list']],
    [undefined, ['names no licence']],
  ])('answers to the licence %s with %j', (license, expected) => {
    expect(faults({ license })).toEqual(expected);
  });

  it('bears with MPL-2.0 where nothing is shipped alone', () => {
    expect(faults({ license: 'MPL-2.0', dev: true })).toEqual([]);
    expect(faults({ license: 'MPL-2.0' })).toEqual(['has the licence MPL-2.0, which is not on the list']);
  });

  it('wants a word on every package that runs something', () => {
    const [fault] = faults({ hasInstallScript: true });
    expect(fault).toContain('allowScripts');
    for (const allowed of [true, false]) expect(faults({ hasInstallScript: true }, { sound: allowed })).toEqual([]);
  });

  it.each([
    ['event-stream', '3.3.6', ['is known to be bad']],
    ['event-stream', '4.0.1', []],
    ['crossenv', '7.0.0', ['is known to be bad']],
  ])('answers to %s %s with %j', (name, version, expected) => {
    expect(faults({ name, version })).toEqual(expected);
  });

  it('knows an alias by what is installed under it, and takes no package of the project for one', () => {
    const packages = {
      '': {},
      'apps/orders': { version: '0.1.0' },
      'node_modules/@millrace/orders': { link: true },
      'node_modules/colours': { name: 'colors', version: '1.4.1', integrity: SOUND.integrity, license: 'MIT' },
      'node_modules/a/node_modules/@b/c': { version: '2.0.0', integrity: SOUND.integrity, license: 'MIT' },
    };
    expect(packagesIn({ packages }).map(idOf)).toEqual(['colors@1.4.1', '@b/c@2.0.0']);
    expect(reviewPackages(packagesIn({ packages }), {})).toEqual(['colors@1.4.1 (node_modules/colours) is known to be bad']);
  });
});
