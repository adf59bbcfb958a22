import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { newId } from '@millrace/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, ProblemException, problemOf } from './problem.js';

/** What Node takes of a request line and headers together. */
const HEAD_LIMIT = 16 * 1024;

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

export function sendProblem(problem: ProblemException, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .status(problem.status)
    .headers({ 'content-type': CONTENT_TYPE, 'cache-control': 'no-store', ...problem.headers })
    .send(JSON.stringify(problemDocument(problem, request.url.split('?')[0]!, request.id)));
}

/** What the router cannot make sense of, such as `%E0%A4%A` in a path. */
export function answerRouterError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void sendProblem(problemOf(error), request, reply);
}

/** What is not HTTP as we take it never becomes a request: it is answered on the bare connection, which is closed. */
export function answerParserError(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const problem = problemOfParser(error);
  const body = JSON.stringify(problemDocument(problem, '', newId()));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${CONTENT_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

type ParserError = Error & Readonly<{ code?: string; rawPacket?: unknown }>;

function problemOfParser({ code, rawPacket }: ParserError): ProblemException {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      if (isOneLongLine(rawPacket)) return new ProblemException(414, 'target-too-long', 'The path with its query is longer than 16 kB: ask for less at once.');
      return new ProblemException(431, 'header-too-large', 'The headers and the path together are larger than 16 kB.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProblemException(408, 'request-timeout', 'The request did not come to its end in time: send it again.');
    default:
      return new ProblemException(400, 'request-invalid', 'This is not a request of HTTP/1.1 as RFC 9112 has it.');
  }
}

/** The limit was reached before the first line of the request had ended. */
function isOneLongLine(packet: unknown): boolean {
  return Buffer.isBuffer(packet) && /^[A-Z]+ \S+$/.test(packet.subarray(0, HEAD_LIMIT).toString('latin1'));
}
