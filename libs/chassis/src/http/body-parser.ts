import { JsonRefused, JsonTooLarge, parseStrictJson } from '@millrace/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SECRET_FIELDS } from '../secret-fields.js';
import { CsvFile, takesCsv } from './csv-file.js';
import { ProblemException } from './problem.js';
import { isStorable, NOT_STORABLE } from './text.js';

export const BODY_LIMIT = 2 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const UTF_8 = String.raw`(?:\s*;\s*charset=("?)utf-8\1)?\s*$`;

/**
 * JSON in UTF-8 is what a body is, and CSV on the routes that say so; it is taken apart strictly before anything looks at
 * it.
 */
export function useStrictBodies(fastify: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: BODY_LIMIT } as const;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(new RegExp(`^application/json${UTF_8}`, 'i'), options, async (request: FastifyRequest, body: Buffer) => {
    if (takesCsv(request)) throw ProblemException.mediaTypeUnsupported('text/csv');
    return parseBody(body);
  });
  fastify.addContentTypeParser(
    new RegExp(String.raw`^text/csv(?:\s*;\s*header=present)?${UTF_8}`, 'i'),
    options,
    async (request: FastifyRequest, body: Buffer) => {
      if (!takesCsv(request)) throw ProblemException.mediaTypeUnsupported();
      return new CsvFile(body);
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
    if (error instanceof JsonTooLarge) throw ProblemException.bodyTooLarge(`The body ${error.message}: split the document, or use a bulk route.`);
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

function refuseUnclean(text: string, pointer: string): void {
  if (!isStorable(text)) throw ProblemException.invalid([{ pointer, detail: NOT_STORABLE }]);
}

const invalid = (detail: string) => ProblemException.invalid([{ pointer: '', detail: `the body ${detail}` }]);
