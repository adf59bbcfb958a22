import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from '@millrace/kernel';

/** What a lockfile says of one package, as npm writes it. */
export type Locked = Readonly<{
  version?: string;
  /** An alias: what is installed under the name in its path. */
  name?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
}>;

/** A package of somebody else, once for each place where it is installed. */
export type LockedPackage = Locked & Readonly<{ path: string; name: string; version: string }>;

type Lockfile = Readonly<{ packages: Readonly<Record<string, Locked>> }>;

const INSTALLED = 'node_modules/';

/** Every package that an installation fetches; the project's own are links. */
export function lockedPackages(root: string): LockedPackage[] {
  return packagesIn(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile);
}

export function packagesIn({ packages }: Lockfile): LockedPackage[] {
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes(INSTALLED) && link !== true)
    .map(([path, locked]) => ({ ...locked, path, name: locked.name ?? nameOf(path), version: locked.version ?? '' }));
}

/** `node_modules/a/node_modules/@b/c` is where `@b/c` lies. */
const nameOf = (path: string) => path.slice(path.lastIndexOf(INSTALLED) + INSTALLED.length);

/** Which packages an installation without those for development leaves out; optional ones too where they are not wanted. */
export type Omitted = Readonly<{ optional: boolean }>;

/** Whether npm installs a package with `--omit=dev`, and `--omit=optional` where that is said. */
export function isForProduction({ dev, optional, devOptional }: Locked, omitted: Omitted = { optional: false }): boolean {
  return dev !== true && !(omitted.optional && (optional === true || devOptional === true));
}

/** `name@version` of packages. */
export const idOf = ({ name, version }: Pick<LockedPackage, 'name' | 'version'>) => `${name}@${version}`;

/** The packages that an installation for production has, each once however often it lies there. */
export function productionPackages(packages: readonly LockedPackage[], omitted?: Omitted): LockedPackage[] {
  return [
    ...groupBy(
      packages.filter((each) => isForProduction(each, omitted)),
      idOf,
    ).values(),
  ].map(([first]) => first!);
}
