import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { mergedApiDocument } from './merge-openapi.js';

describe('the API document that the gateway routes by', () => {
  it('is what the services offer; if not, run npm run openapi', async () => {
    const committed = readFileSync(join(ROOT, 'apps/gateway/openapi.json'), 'utf8');
    expect(committed).toBe(`${JSON.stringify(await mergedApiDocument(ROOT), null, 1)}\n`);
  }, 60_000);
});
