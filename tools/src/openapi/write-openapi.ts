import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mergedApiDocument } from './merge-openapi.js';

/** `npm run openapi`: writes the document that the gateway routes by. A spec fails when it is older than the services. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
writeFileSync(`${root}/apps/gateway/openapi.json`, `${JSON.stringify(await mergedApiDocument(root), null, 1)}\n`);
