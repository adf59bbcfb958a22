import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { SECRET_FIELDS } from './secret-fields.js';

/** For injection: the log of the process. */
export const LOGGER = Symbol('millrace:logger');

const BACKLOG_BYTES = 1_048_576;

/** What never appears in a log, however deep it stands. */
const redact = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** One JSON object a line. Nothing of persons, bodies or tokens is logged: ids are. */
export function createLogger(service: string, level: string): Logger {
  const settings = { level, base: { service, pid: process.pid }, redact: { paths: redact, censor: '[redacted]' }, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(settings, standardOutput());
}

/** Lines that cannot be written, as to a full disk, are dropped: a service goes on without its log. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: BACKLOG_BYTES });
  output.on('error', () => {});
  return output;
}

/** Nest's own lines in the same log; its chatter about routes and modules is for debugging. */
export function nestLogger(logger: Logger): LoggerService {
  const line =
    (level: 'debug' | 'warn' | 'error' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) =>
      logger[level]({ context: typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined }, String(message));
  return { log: line('debug'), debug: line('debug'), verbose: line('debug'), warn: line('warn'), error: line('error'), fatal: line('fatal') };
}
