/**
 * Whether a text can be stored and shown at all: no control characters but line feed and tab, no half of a surrogate pair.
 * Characters that turn the direction of a text are for the rule of each field.
 */
export function isStorable(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text);
}

export const NOT_STORABLE = 'must not contain control characters or broken Unicode';
