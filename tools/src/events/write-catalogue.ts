import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../site/home.js';
import { declaredConsumers } from './declared-consumers.js';
import { EVENT_DOCUMENTS, eventDocuments } from './documents.js';

/** `npm run contracts`, second part: writes the catalogue of events anew. A spec fails when it is older than the code. */
const folder = join(ROOT, EVENT_DOCUMENTS);
const documents = await eventDocuments(ROOT, await declaredConsumers(ROOT));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, text] of documents) writeFileSync(join(folder, file), text);
