/** Why a text is not taken as JSON, in words for the sender. */
export class JsonRefused extends Error {}

const DEPTH_LIMIT = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON that strangers wrote: what other parsers read in different ways is refused.
 *
 * @throws JsonRefused for what is not JSON, is nested more than 32 deep, names a key twice in one object, or names a key
 * that reaches into JavaScript's own objects.
 */
export function parseStrictJson(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonRefused('is not valid JSON');
  }
}

/** One pass before the parser, so that nothing recurses into a text of ten thousand brackets. */
function scan(text: string): void {
  const keys: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const end = endOfString(text, at);
      const names = keys.at(-1);
      if (names && isKey(text, end)) takeKey(names, text.slice(at, end + 1));
      at = end;
    } else if (char === 0x7b || char === 0x5b) {
      keys.push(char === 0x7b ? new Set() : null);
      if (keys.length > DEPTH_LIMIT) throw new JsonRefused(`is nested more than ${DEPTH_LIMIT} deep`);
    } else if (char === 0x7d || char === 0x5d) keys.pop();
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    else if (char === QUOTE) return at;
  }
  throw new JsonRefused('is not valid JSON');
}

/** A string is a key when the next thing is a colon. */
function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x3a) return true;
    if (char !== 0x20 && char !== 0x0a && char !== 0x0d && char !== 0x09) return false;
  }
  return false;
}

function takeKey(names: Set<string>, quoted: string): void {
  let name: string;
  try {
    name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  } catch {
    throw new JsonRefused('is not valid JSON');
  }
  if (FORBIDDEN_KEYS.has(name)) throw new JsonRefused(`must not have a key named ${name}`);
  if (names.has(name)) throw new JsonRefused(`names the key ${JSON.stringify(name.slice(0, 40))} twice`);
  names.add(name);
}
