import { createRequire } from 'node:module';

type RequestQueue = { pending: unknown[]; throttledUntil: number; throttleCheckTimeoutId: NodeJS.Timeout | null; checkPendingRequests(): void };

const RETRY_MS = 10;
let stopped = false;

/**
 * kafkajs 2.2.4 asks itself about a thousand times a second whether a queue that is empty has requests
 * (tulios/kafkajs#1751): about 6 % of a core for an idle process. A queue with nothing pending needs no timer: the next
 * request is sent when it comes.
 */
export function stopIdleLoop(): void {
  if (stopped) return;
  stopped = true;
  const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as { prototype: Record<string, unknown> };
  prototype.scheduleCheckPendingRequests = function schedule(this: RequestQueue) {
    if (this.pending.length === 0 || this.throttleCheckTimeoutId) return;
    const delay = Math.max(this.throttledUntil - Date.now(), RETRY_MS);
    this.throttleCheckTimeoutId = setTimeout(() => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    }, delay);
  };
}
