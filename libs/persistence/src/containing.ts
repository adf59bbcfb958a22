/** A pattern for `like` that fits every text with this one in it, letter by letter; null when nothing is looked for. */
export function containing(text: string | undefined): string | null {
  return text === undefined ? null : `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
