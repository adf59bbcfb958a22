import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SERVICES } from '../site/topology.js';
import { consumersFingerprint } from './prepare.js';

const LIBRARIES = ['libs/contracts', 'libs/messaging', 'libs/chassis'];
const SERVICE_FOLDERS = SERVICES.map((name) => `apps/${name}`);

describe('what is known of consumers', () => {
  let root: string;

  const write = (folder: string, file: string, text: string) => writeFileSync(join(root, folder, 'dist/src', file), text);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'millrace-code-'));
    for (const folder of [...LIBRARIES, ...SERVICE_FOLDERS]) {
      mkdirSync(join(root, folder, 'dist/src'), { recursive: true });
      write(folder, 'index.js', 'export {};');
    }
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it.each([...LIBRARIES, ...SERVICE_FOLDERS])('is asked for anew when code in %s is another', (folder) => {
    const before = consumersFingerprint(root);
    write(folder, 'index.js', 'export const one = 1;');
    expect(consumersFingerprint(root)).not.toBe(before);
  });

  it('is kept when nothing but types is', () => {
    const before = consumersFingerprint(root);
    write('libs/contracts', 'index.d.ts', 'export {};');
    expect(consumersFingerprint(root)).toBe(before);
  });
});
