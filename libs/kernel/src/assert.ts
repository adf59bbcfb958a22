/**
 * States what must hold whatever the input: a failure is a bug in this program, never a refusal.
 *
 * @throws Error with the given message; the transaction around it is rolled back.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}
