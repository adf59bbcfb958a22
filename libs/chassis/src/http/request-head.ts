import type { IncomingMessage } from 'node:http';
import { ProblemException } from './problem.js';

/** Why a request is refused by its target and headers, before anything of it is looked at. */
export function headRefused({ url = '', headers, httpVersion, rawHeaders }: IncomingMessage): ProblemException | undefined {
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
  if (hosts > 1 || (hosts === 0 && httpVersion === '1.1')) {
    return new ProblemException(400, 'request-invalid', 'A request of HTTP/1.1 has one Host header.', {}, { connection: 'close' });
  }
  if (!isDecodable(url)) return new ProblemException(400, 'request-invalid', 'The path or the query is not percent-encoded UTF-8.');
  return encodingRefused(headers['content-encoding']);
}

/** A query that is not would be taken to the letter, and look for a text that nobody meant. */
function isDecodable(target: string): boolean {
  try {
    decodeURIComponent(target);
    return true;
  } catch {
    return false;
  }
}

/** Bodies come as they are: what is never unpacked cannot burst. Taken for broken JSON, it would leave its sender to guess. */
function encodingRefused(encoding: string | undefined): ProblemException | undefined {
  if (encoding === undefined || /^\s*identity\s*$/i.test(encoding)) return undefined;
  const detail = 'Send the body without a Content-Encoding: nothing is unpacked here.';
  return new ProblemException(415, 'encoding-unsupported', detail, {}, { 'accept-encoding': 'identity', connection: 'close' });
}
