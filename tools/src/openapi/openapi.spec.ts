import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { filesOf, mergedApiDocument } from './merge-openapi.js';

describe('the API document', () => {
  let document: Awaited<ReturnType<typeof mergedApiDocument>>;

  beforeAll(async () => {
    document = await mergedApiDocument(ROOT);
  }, 60_000);

  it('is what the gateway, identity and the client have of what the services offer; if not, run npm run openapi', async () => {
    for (const [file, text] of await filesOf(document)) expect([file, readFileSync(join(ROOT, file), 'utf8')]).toEqual([file, text]);
  }, 60_000);

  it('names each operation once', () => {
    const names = Object.values(document.paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
