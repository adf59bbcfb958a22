import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../site/home.js';
import { lockedPackages, productionPackages } from './lockfile.js';
import { gapsIn, sbomOf } from './sbom.js';

/** `npm run sbom`: writes what runs, part by part. An image asks for it without what it does not install. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/sbom.cdx.json' }, omit: { type: 'string' } } });
const omitted = { optional: values.omit === 'optional' };
const sbom = await sbomOf(ROOT, omitted);
const gaps = gapsIn(sbom, productionPackages(lockedPackages(ROOT), omitted));
if (gaps.length > 0) throw new Error(`The SBOM has gaps:\n${gaps.join('\n')}`);
const file = resolve(ROOT, values.out);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
process.stdout.write(`${file}: ${sbom.components.length} parts, ${sbom.serialNumber}\n`);
