/** The version of a document that a caller saw and decides on, or `any`: its decision holds whatever the document says now. */
export type SeenVersion = number | 'any';

/** Whether a decision on what was seen would overwrite what came since. */
export function isStale(seen: SeenVersion, version: number): boolean {
  return seen !== 'any' && seen !== version;
}
