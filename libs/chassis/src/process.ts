import type { Logger } from 'pino';
import { SettingsFault } from './settings.js';

export type Running = Readonly<{ url: string; stop: () => Promise<void> }>;

const DRAIN_LIMIT_MS = 15_000;

/** Runs a main program: what fails is told on the error output, and the process ends with 1. */
export async function runMain(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const message = error instanceof SettingsFault ? error.message : (error as Error).stack;
    process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 100).unref();
  }
}

/** Tells that a server is ready, and stops it in order when it is asked to end or its supervisor is gone. */
export function serveUntilAsked(running: Running, logger: Logger): void {
  let ending = false;
  const end = (reason: string) => {
    if (ending) return;
    ending = true;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), DRAIN_LIMIT_MS).unref();
    void running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('the supervisor is gone'));
  logger.info({ url: running.url }, 'ready');
  process.send?.('ready');
}
