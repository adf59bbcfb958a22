import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BESIDE_OPERATIONS } from '../domain/known-permissions.js';
import { permissionsDemanded, readKnownOperations } from './known-operations.js';

describe('known permissions', () => {
  it('are all that services look at, at their doors or behind them', () => {
    const root = new URL('../../../../', import.meta.url);
    const files = globSync('apps/*/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.spec.ts'));
    const looked = files.flatMap((file) =>
      [...readFileSync(new URL(file, root), 'utf8').matchAll(/\bcan\('([a-z.-]+)'\)/g)].map(([, permission]) => permission!),
    );
    const demanded = permissionsDemanded(readKnownOperations());
    expect(new Set(looked).size).toBeGreaterThan(4);
    expect(looked.filter((each) => ![...demanded, ...BESIDE_OPERATIONS].includes(each))).toEqual([]);
  });
});
