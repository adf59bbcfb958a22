import { styleText } from 'node:util';

const startedAt = Date.now();

/** A step of long work, on the error output: the answer itself goes to the standard output. */
export function progress(what: string): void {
  const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1).padStart(6);
  process.stderr.write(`${styleText('dim', `${seconds} s`, { stream: process.stderr })}  ${what}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

export const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
export const green = (text: string) => styleText('green', text, { stream: process.stdout });
export const red = (text: string) => styleText('red', text, { stream: process.stdout });

/** Columns as wide as their widest cell; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => /^-?[\d,.]+$/.test(String(row[column]))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd();
  return [bold(line(cells[0]!)), ...cells.slice(1).map(line)].join('\n');
}
