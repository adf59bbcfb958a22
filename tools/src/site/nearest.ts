/** ` Did you mean orders?` when one of the names is a slip of the pen away from what was written, else nothing. */
export function nearest(written: string, names: readonly string[]): string {
  const far = (name: string) => distance(written.toLowerCase(), name);
  const [best] = [...names].sort((a, b) => far(a) - far(b));
  return best !== undefined && far(best) <= Math.max(1, Math.floor(best.length * 0.4)) ? ` Did you mean ${best}?` : '';
}

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...from].entries()) {
    const above = row;
    row = [i + 1];
    for (let j = 1; j <= to.length; j++) row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (letter === to[j - 1] ? 0 : 1)));
  }
  return row[to.length]!;
}
