import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { breakingChanges, type EventSchema, eventSchemas, withSamplesOf } from './event-schemas.js';
import './index.js';

/**
 * `npm run contracts`, first part: writes the contract of every version of every event to `libs/contracts/events`, and
 * refuses to break one that is there.
 */
const folder = fileURLToPath(new URL('../../events/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [type, schema] of await eventSchemas()) {
  const file = `${folder}${type}.json`;
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EventSchema) : schema;
  const changes = breakingChanges(before, schema);
  if (changes.length > 0) {
    process.stderr.write(
      `${type} would break its readers:\n${changes.map((change) => `  ${change}\n`).join('')}Make a new version, and declare this one as the version before it.\n`,
    );
    process.exitCode = 1;
  } else writeFileSync(file, `${JSON.stringify(withSamplesOf(before, schema), null, 2)}\n`);
}
