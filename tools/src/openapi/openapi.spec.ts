import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../site/home.js';
import { clientTypes } from './client-types.js';
import { mergedApiDocument } from './merge-openapi.js';

type Operation = Readonly<{ operationId: string }>;

describe('the API document that the gateway routes by', () => {
  let document: object;
  const committed = (file: string) => readFileSync(join(ROOT, file), 'utf8');

  beforeAll(async () => {
    document = await mergedApiDocument(ROOT);
  }, 60_000);

  it('is what the services offer; if not, run npm run openapi', () => {
    expect(committed('apps/gateway/openapi.json')).toBe(`${JSON.stringify(document, null, 1)}\n`);
  });

  it('names each operation once', () => {
    const { paths } = document as { paths: Record<string, Record<string, Operation>> };
    const names = Object.values(paths).flatMap((operations) => Object.values(operations).map(({ operationId }) => operationId));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('is what the types of the client say; if not, run npm run openapi', async () => {
    expect(committed('libs/client/src/api.ts')).toBe(await clientTypes(document));
  }, 60_000);
});
