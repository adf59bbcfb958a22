import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, mergedApiDocument } from './merge-openapi.js';

/** `npm run openapi`: writes what the gateway routes by and what identity explains access by. A spec fails when they are older than the services. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
for (const [file, text] of filesOf(await mergedApiDocument(root))) writeFileSync(`${root}/${file}`, text);
