import satisfies from 'spdx-satisfies';
import { idOf, isForProduction, type LockedPackage } from './lockfile.js';
import { ALLOWED_FOR_DEVELOPMENT, ALLOWED_LICENCES, LICENCES_LOOKED_UP, REFUSED_PACKAGES } from './supply-rules.js';

/** Which packages may run something when they are installed: said for each that wants to. */
export type ScriptRules = Readonly<Record<string, boolean>>;

type Rule = (each: LockedPackage) => string | undefined;

/** A digest of 64 bytes in base64, as npm compares what it has fetched with. */
const INTEGRITY = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * What is wrong with the packages that a lockfile names, one line for each fault; nothing when all is as it should be.
 *
 * No package has an address of its own: each comes from the registry that npm is set to, and its digest says whether it is the
 * one that was locked. An address in the lockfile would send whoever installs to a place that one line of a change has named.
 */
export function reviewPackages(packages: readonly LockedPackage[], scripts: ScriptRules): string[] {
  const rules: readonly Rule[] = [faultOfSource, faultOfDigest, faultOfName, faultOfLicence, (each) => faultOfScript(each, scripts)];
  return packages.flatMap((each) => rules.flatMap((rule) => rule(each) ?? []).map((fault) => `${idOf(each)} (${each.path}) ${fault}`));
}

const faultOfSource = ({ resolved }: LockedPackage) =>
  resolved === undefined ? undefined : `comes from ${resolved}: no package names where it comes from (omit-lockfile-registry-resolved)`;

const faultOfDigest = ({ integrity }: LockedPackage) => (integrity !== undefined && INTEGRITY.test(integrity) ? undefined : 'has no digest by SHA-512');

function faultOfName({ name, version }: LockedPackage): string | undefined {
  const refused = REFUSED_PACKAGES[name] ?? [];
  return refused.includes('*') || refused.includes(version) ? 'is known to be bad' : undefined;
}

function faultOfLicence(each: LockedPackage): string | undefined {
  const licence = each.license ?? LICENCES_LOOKED_UP[idOf(each)];
  if (licence === undefined) return 'names no licence';
  return isAllowed(licence, isForProduction(each) && each.devOptional !== true ? ALLOWED_LICENCES : ALLOWED_FOR_DEVELOPMENT)
    ? undefined
    : `has the licence ${licence}, which is not on the list`;
}

/** Whether one of the licences that an expression lets us choose is on a list. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  try {
    return satisfies(expression, [...allowed]);
  } catch {
    return false; // No expression of SPDX, such as `SEE LICENSE IN …`.
  }
}

function faultOfScript({ name, hasInstallScript }: LockedPackage, scripts: ScriptRules): string | undefined {
  return hasInstallScript !== true || name in scripts ? undefined : 'runs something when it is installed: allow or deny it in allowScripts of package.json';
}
