import { writeFileSync } from 'node:fs';
import { readBooks } from '../replay/books.js';
import { replay } from '../replay/replay.js';
import { findSite } from '../site/site.js';
import { printJson, progress } from './output.js';

export type ReplayFileOptions = Readonly<{ company: string; until?: string; books?: string; concurrency: string }>;

export async function replayFile(file: string, { company, until, books, concurrency }: ReplayFileOptions): Promise<void> {
  const site = findSite();
  const atOnce = Number(concurrency);
  if (!Number.isInteger(atOnce) || atOnce < 1 || atOnce > 512) throw new Error('--concurrency is a number from 1 to 512.');
  const { documents, lines, seconds } = await replay(site, file, { company, until, concurrency: atOnce, onProgress: progress });
  progress(`${documents} documents with ${lines} lines in ${seconds.toFixed(1)} s`);
  if (books) await writeBooks(company, books);
}

export async function showBooks({ company, out }: { company: string; out?: string }): Promise<void> {
  if (out) await writeBooks(company, out);
  else printJson(await readBooks(findSite(), company));
}

async function writeBooks(company: string, file: string): Promise<void> {
  writeFileSync(file, `${JSON.stringify(await readBooks(findSite(), company), null, 1)}\n`);
  progress(`the books are in ${file}`);
}
