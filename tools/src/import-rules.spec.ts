import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './site/home.js';

/** A file that breaks a rule, and what it must not import. */
const BROKEN: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['kernel-alone', 'libs/kernel/src/a.ts', '@nestjs/common'],
  ['contracts-base', 'libs/contracts/src/a.ts', '@mikro-orm/core'],
  ['persistence-base', 'libs/persistence/src/a.ts', 'libs/messaging/src/used.ts'],
  ['messaging-base', 'libs/messaging/src/a.ts', 'libs/chassis/src/used.ts'],
  ['chassis-base', 'libs/chassis/src/a.ts', 'libs/embedded/src/used.ts'],
  ['embedded-alone', 'libs/embedded/src/a.ts', 'libs/kernel/src/used.ts'],
  ['client-alone', 'libs/client/src/a.ts', 'libs/kernel/src/used.ts'],
  ['testing-for-tests', 'apps/orders/src/a.ts', 'libs/testing/src/used.ts'],
  ['no-app-to-app', 'apps/orders/src/b.ts', 'apps/finance/src/used.ts'],
  ['e2e-from-outside', 'apps/e2e/src/a.ts', 'apps/finance/src/used.ts'],
  ['tools-from-outside', 'tools/src/a.ts', 'apps/finance/src/used.ts'],
  ['nobody-imports-tools', 'libs/chassis/src/b.ts', 'tools/src/used.ts'],
  ['domain-pure', 'apps/orders/src/domain/a.ts', 'libs/messaging/src/used.ts'],
  ['no-slice-to-slice', 'apps/orders/src/place-order/a.ts', 'apps/orders/src/cancel-order/used.ts'],
  ['persistence-below-slices', 'apps/orders/src/persistence/a.ts', 'apps/orders/src/cancel-order/used.ts'],
  ['kafkajs-in-messaging', 'apps/orders/src/c.ts', 'kafkajs'],
  ['platformatic-in-messaging', 'apps/orders/src/e.ts', '@platformatic/kafka'],
  ['entity-manager-inside', 'apps/orders/src/d.ts', '@mikro-orm/core'],
  ['no-orphans', 'libs/kernel/src/alone.ts', ''],
];

type Cruised = { summary: { violations: { rule: { name: string }; from: string }[] } };

describe('the import rules', () => {
  let folder: string;
  let found: string[];

  beforeAll(() => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache', 'import-rules-')); // Inside the project, so that packages are found.
    write('tsconfig.base.json', '{}');
    for (const [, file, imports] of BROKEN) {
      const up = '../'.repeat(dirname(file).split('/').length);
      const local = imports.endsWith('.ts');
      if (local) write(imports, 'export const used = 1;\n');
      write(file, imports === '' ? 'export const alone = 1;\n' : `export * from '${local ? up : ''}${imports}';\n`);
    }
    write('apps/orders/src/ring/one.ts', "export * from './two.ts';\n");
    write('apps/orders/src/ring/two.ts', "export * from './one.ts';\n");
    const command = [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', join(ROOT, '.dependency-cruiser.cjs')];
    const { stdout } = spawnSync(process.execPath, [...command, '--output-type', 'json', 'apps', 'libs', 'tools'], { cwd: folder, encoding: 'utf8' });
    found = (JSON.parse(stdout) as Cruised).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  it.each(BROKEN)('find %s broken by %s', (rule, file) => {
    expect(found).toContain(`${rule} ${file}`);
  });

  it('are each broken here once', () => {
    const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as { forbidden: readonly { name: string }[] };
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual([...BROKEN.map(([rule]) => rule), 'no-circles'].toSorted());
  });

  it('find no-circles broken by a ring', () => {
    expect(found).toContain('no-circles apps/orders/src/ring/one.ts');
  });
});
