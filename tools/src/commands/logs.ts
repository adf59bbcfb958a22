import { createReadStream, existsSync, readFileSync, watchFile } from 'node:fs';
import { join } from 'node:path';
import { sizeOf } from '@millrace/embedded';
import { Home } from '../site/home.js';
import { nearest } from '../site/nearest.js';
import { SCALABLE } from '../site/topology.js';

const FILES: Readonly<Record<string, readonly string[]>> = {
  kafka: ['kafka', 'kafka.log'],
  broker: ['kafka', 'kafka.log'],
  postgres: ['postgres', 'postgres.log'],
  database: ['postgres', 'postgres.log'],
};
const LOOK_MS = 300;

/** Prints the end of a process's log, and what comes after it while somebody looks. */
export async function showLog(name: string, { lines, follow }: { lines: number; follow?: boolean }): Promise<void> {
  const home = Home.default();
  const file = FILES[name] ? home.path(...FILES[name]) : join(home.logs, `${name}.log`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file))
    throw new Error(
      `There is no log of "${name}".${nearest(name, [...SCALABLE, 'supervisor', ...Object.keys(FILES)])} "npx millrace status" lists the names; there is also "supervisor".`,
    );
  const end = readFileSync(file, 'utf8')
    .split('\n')
    .slice(-lines - 1)
    .join('\n');
  process.stdout.write(end);
  if (!follow) return;
  let from = sizeOf(file);
  watchFile(file, { interval: LOOK_MS }, ({ size }) => {
    if (size > from) createReadStream(file, { start: from, end: size - 1 }).pipe(process.stdout, { end: false });
    from = size;
  });
  await new Promise(() => {});
}
