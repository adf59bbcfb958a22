/** A rule that must always hold was about to be broken: a bug in this program, never a refusal. */
export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
}

/**
 * States what must hold whatever the input.
 *
 * @throws InvariantBroken with the given message; the transaction around it is rolled back.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantBroken(message);
}
