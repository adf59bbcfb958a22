import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clientTypes } from './client-types.js';
import { mergedApiDocument } from './merge-openapi.js';

/** `npm run openapi`: writes the document that the gateway routes by, and the types of its client. A spec fails when one is old. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const document = await mergedApiDocument(root);
writeFileSync(`${root}/apps/gateway/openapi.json`, `${JSON.stringify(document, null, 1)}\n`);
writeFileSync(`${root}/libs/client/src/api.ts`, await clientTypes(document));
