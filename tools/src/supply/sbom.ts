import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { v5 } from 'uuid';
import { idOf, lockedPackages, type LockedPackage, type Omitted, productionPackages } from './lockfile.js';
import { npmCall } from './npm.js';

type Licence = Readonly<{ license?: Readonly<{ id?: string; name?: string }>; expression?: string }>;
export type Component = Readonly<{
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  hashes?: readonly Readonly<{ alg: string; content: string }>[];
  licenses?: readonly Licence[];
  properties?: readonly Readonly<{ name: string; value: string }>[];
}>;
type Dependency = Readonly<{ ref: string; dependsOn: readonly string[] }>;
type Metadata = Readonly<{ component: Component; lifecycles?: readonly object[]; tools?: readonly object[]; timestamp?: string }>;
export type Sbom = Readonly<{
  bomFormat: string;
  specVersion: string;
  serialNumber?: string;
  version: number;
  metadata: Metadata;
  components: readonly Component[];
  dependencies: readonly Dependency[];
}>;

/** Of our SBOMs, so that one with the same content has the same serial number. */
const NAMESPACE = '5b0b9c4e-2a52-5d3f-9d0c-1c7f5b0f6c61';
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * The parts of what runs, by CycloneDX: those of an installation for production, worked out from the lockfile alone.
 *
 * npm is asked for all parts and the lockfile for which of them are for production: `npm sbom --omit=dev` would leave out
 * whatever a package for development needs as well, and so half of what runs.
 */
export async function sbomOf(root: string, omitted?: Omitted): Promise<Sbom> {
  const { command, args, shell } = npmCall(['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application', '--loglevel=error']);
  const { stdout } = await promisify(execFile)(command, args, { cwd: root, shell, maxBuffer: OUTPUT_LIMIT });
  return settled(JSON.parse(stdout) as Sbom, productionPackages(lockedPackages(root), omitted));
}

/** The same parts are the same document, wherever and whenever it is made: without times, and without the folder's name. */
export function settled(sbom: Sbom, production: readonly LockedPackage[]): Sbom {
  const wanted = new Set(production.map(idOf));
  const root = sbom.metadata.component;
  const components = sbom.components
    .filter((each) => isOurs(each) || wanted.has(idOf(each)))
    .map((each) => (isOurs(each) ? named(each) : each))
    .sort(by((each) => each['bom-ref']));
  const refs = new Set([root['bom-ref'], ...components.map((each) => each['bom-ref'])]);
  const dependencies = sbom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)).sort() }))
    .sort(by(({ ref }) => ref));
  const { bomFormat, specVersion, version, metadata } = sbom;
  const content = { version, metadata: { lifecycles: metadata.lifecycles, component: named(root) }, components, dependencies };
  return { bomFormat, specVersion, serialNumber: `urn:uuid:${v5(JSON.stringify(content), NAMESPACE)}`, ...content };
}

const isOurs = ({ properties = [] }: Component) => properties.some(({ name, value }) => name === 'cdx:npm:package:private' && value === 'true');

/** A package of ours by its own name: npm calls it by its folder's. */
const named = (component: Component): Component => ({ ...component, name: component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@')) });

const by =
  <T>(key: (value: T) => string) =>
  (one: T, other: T): number =>
    key(one) < key(other) ? -1 : 1;

/** What an SBOM lacks of the packages that an installation has, one line for each. */
export function gapsIn({ components }: Sbom, production: readonly LockedPackage[]): string[] {
  const known = new Map(components.map((each) => [idOf(each), each]));
  return production.flatMap((each) => {
    const component = known.get(idOf(each));
    if (!component) return [`${idOf(each)} is missing`];
    const lacks = [
      component.hashes?.some(({ content }) => content === digestOf(each)) ? [] : ['digest'],
      component.licenses?.length ? [] : ['licence'],
      component.purl.startsWith('pkg:npm/') ? [] : ['purl'],
    ].flat();
    return lacks.map((what) => `${idOf(each)} has no ${what}`);
  });
}

/** The digest of the lockfile as an SBOM writes it. */
const digestOf = ({ integrity = '' }: LockedPackage) => Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex');
