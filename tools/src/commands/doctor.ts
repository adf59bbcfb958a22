import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../site/home.js';

/** The checks are plain JavaScript, so that they also run where nothing is installed yet. */
export async function doctor({ json }: { json?: boolean }): Promise<void> {
  const file = join(ROOT, 'bin', 'doctor.js');
  if (!existsSync(file)) throw new Error('There is no doctor here: this is a container of a suite that runs elsewhere.');
  const { report } = (await import(pathToFileURL(file).href)) as { report: (json: boolean) => Promise<boolean> };
  process.exitCode = (await report(json === true)) ? 0 : 1;
}
