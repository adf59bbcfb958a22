import { isCleanText, JsonRefused, parseStrictJson } from '@millrace/contracts';
import type { FastifyInstance } from 'fastify';
import { SECRET_FIELDS } from '../secret-fields.js';
import { ProblemException } from './problem.js';

export const BODY_LIMIT = 2 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** JSON in UTF-8 is the only body there is; it is taken apart strictly before anything looks at it. */
export function useStrictJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    /^application\/json(?:\s*;\s*charset=("?)utf-8\1)?\s*$/i,
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body: Buffer, done) => {
      try {
        done(null, parseBody(body));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/**
 * A body as a document. Text is brought to the form in which equal characters are equal (NFC), but for what is secret:
 * that is compared with what was hashed as it came.
 *
 * @throws ProblemException that says what is wrong with the text.
 */
export function parseBody(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw invalid('is not UTF-8');
  }
  try {
    return cleaned(parseStrictJson(text), '', false);
  } catch (error) {
    if (error instanceof JsonRefused) throw invalid(error.message);
    throw error;
  }
}

const secretFields = new Set<string>(SECRET_FIELDS);

function cleaned(value: unknown, pointer: string, secret: boolean): unknown {
  if (typeof value === 'string') {
    refuseUnclean(value, pointer);
    return secret ? value : value.normalize('NFC');
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Record<string, unknown>;
  for (const [key, each] of Object.entries(fields)) {
    refuseUnclean(key, pointer);
    fields[key] = cleaned(each, `${pointer}/${key}`, secretFields.has(key));
  }
  return value;
}

/** Control characters and halves of surrogate pairs can neither be stored nor shown. */
function refuseUnclean(text: string, pointer: string): void {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  if (isCleanText(text) && !/[\u0080-\u009f]/.test(text)) return;
  throw ProblemException.invalid([{ pointer, detail: 'must not contain control characters or broken Unicode' }]);
}

const invalid = (detail: string) => ProblemException.invalid([{ pointer: '', detail: `the body ${detail}` }]);
