import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { filesOf, mergedApiDocument } from './merge-openapi.js';

describe('the API document that the gateway routes by, and the list of operations that identity explains access by', () => {
  it('are what the services offer; if not, run npm run openapi', async () => {
    for (const [file, text] of filesOf(await mergedApiDocument(ROOT))) expect([file, readFileSync(join(ROOT, file), 'utf8')]).toEqual([file, text]);
  }, 60_000);
});
