import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 50;

/** A signal came before the command was done. */
export class InterruptedBySignal extends Error {}

/** A signal, or whoever started this is gone. */
export function onSignal(listener: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, listener);
  process.on('disconnect', listener);
  if (process.send && !process.connected) listener();
}

export async function untilTrue(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(LOOK_MS);
}
