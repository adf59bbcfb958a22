import { writeFileSync } from 'node:fs';
import { readBooks } from '../replay/books.js';
import { replay } from '../replay/replay.js';
import { findSite } from '../site/site.js';
import { printJson, progress } from './output.js';

export type ReplayFileOptions = Readonly<{ company: string; until?: string; books?: string; concurrency: number; json?: boolean }>;

export async function replayFile(file: string, { company, until, books, concurrency, json }: ReplayFileOptions): Promise<void> {
  const site = findSite();
  const result = await replay(site, file, { company, until, concurrency, onProgress: progress });
  if (json) printJson(result);
  else progress(`${result.documents} documents with ${result.lines} lines in ${result.seconds.toFixed(1)} s`);
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
