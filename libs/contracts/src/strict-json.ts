/** Why a text is not taken as JSON, in words for the sender. */
export class JsonRefused extends Error {}

/** It may be JSON, of more parts than any document has. */
export class JsonTooLarge extends JsonRefused {}

const DEPTH_LIMIT = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** A list in a document has as many elements at most as a document has lines; no object of ours has a hundred fields. */
const ELEMENTS_LIMIT = 5_000;
const KEYS_LIMIT = 1_000;
const FORBIDDEN_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * Parses JSON that strangers wrote: what other parsers read in different ways is refused.
 *
 * @throws JsonRefused for what is not JSON, is nested more than 32 deep, has a list of more than 5,000 elements or an object
 * of more than 1,000 keys, names a key twice in one object, or names a key that every object of JavaScript has.
 */
export function parseStrictJson(text: string): unknown {
  scan(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonRefused('is not valid JSON');
  }
}

/** An object with the keys that it has so far, or (without) a list; and how many commas there were in it. */
type Open = { readonly keys?: Set<string>; commas: number };

/** One pass before the parser, so that nothing recurses into ten thousand brackets or walks over a million elements. */
function scan(text: string): void {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) {
      const end = endOfString(text, at);
      const names = open.at(-1)?.keys;
      if (names && isKey(text, end)) takeKey(names, text.slice(at, end + 1));
      at = end;
    } else if (char === 0x7b || char === 0x5b) {
      open.push(char === 0x7b ? { keys: new Set(), commas: 0 } : { commas: 0 });
      if (open.length > DEPTH_LIMIT) throw new JsonRefused(`is nested more than ${DEPTH_LIMIT} deep`);
    } else if (char === 0x7d || char === 0x5d) open.pop();
    else if (char === COMMA) countComma(open.at(-1));
  }
}

function countComma(open: Open | undefined): void {
  if (!open || open.keys) return;
  open.commas += 1;
  if (open.commas >= ELEMENTS_LIMIT) throw new JsonTooLarge(`has a list of more than ${ELEMENTS_LIMIT} elements`);
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
  if (names.size > KEYS_LIMIT) throw new JsonTooLarge(`has an object of more than ${KEYS_LIMIT} keys`);
}
