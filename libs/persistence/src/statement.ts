/** SQL text with a name, so that each connection parses and plans it once. */
export type Statement = Readonly<{ name: string; text: string }>;

let count = 0;

/** Declares a statement, once for the life of the process: at the top of a file or in a cache, never in a function. */
export function statement(text: string): Statement {
  count += 1;
  return { name: `s${count}`, text };
}
