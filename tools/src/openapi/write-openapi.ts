import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, mergedApiDocument } from './merge-openapi.js';

/** `npm run openapi`: writes what the gateway routes by, what identity explains access by, and the types of the client. A spec fails when one is old. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
for (const [file, text] of await filesOf(await mergedApiDocument(root))) writeFileSync(`${root}/${file}`, text);
