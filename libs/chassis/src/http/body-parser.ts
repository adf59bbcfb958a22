import { isCleanText, JsonRefused, parseStrictJson } from '@millrace/contracts';
import type { FastifyInstance } from 'fastify';
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

/** @throws ProblemException that says what is wrong with the text. */
export function parseBody(body: Buffer): unknown {
  let text: string;
  try {
    text = utf8.decode(body);
  } catch {
    throw invalid('is not UTF-8');
  }
  try {
    const document = parseStrictJson(text);
    refuseUnclean(document, '');
    return document;
  } catch (error) {
    if (error instanceof JsonRefused) throw invalid(error.message);
    throw error;
  }
}

/** Control characters and halves of surrogate pairs can neither be stored nor shown. */
function refuseUnclean(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (!isCleanText(value)) throw ProblemException.invalid([{ pointer, detail: 'must not contain control characters or broken Unicode' }]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      refuseUnclean(key, pointer);
      refuseUnclean(each, `${pointer}/${key}`);
    }
  }
}

const invalid = (detail: string) => ProblemException.invalid([{ pointer: '', detail: `the body ${detail}` }]);
