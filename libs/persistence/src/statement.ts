/** SQL text with a name, so that each connection parses and plans it once. */
export type Statement = Readonly<{ name: string; text: string }>;

let count = 0;

/** Declares a statement, once for the life of the process: at the top of a file or in a cache, never in a function. */
export function statement(text: string): Statement {
  count += 1;
  return { name: `s${count}`, text };
}

/** Shapes of composed statements that connections keep parsed: what people ask for every day is among the first ones. */
const KEPT_SHAPES = 200;
const shapes = new Map<string, Statement>();

/**
 * A statement whose text was put together for a request. The first shapes are kept by name like any other; later ones are
 * parsed each time, since no caller may make a connection remember without end.
 */
export function composedStatement(text: string): Statement {
  const known = shapes.get(text);
  if (known) return known;
  if (shapes.size >= KEPT_SHAPES) return { name: '', text };
  const kept = statement(text);
  shapes.set(text, kept);
  return kept;
}
