import { setTimeout as sleep } from 'node:timers/promises';
import type { Workload } from './workload.js';

/** Nothing at all happens: what the processes use by themselves. One operation is one second. */
export const idle: Workload = async () => [
  {
    name: 'idle, a second of it',
    inFlight: 0,
    once: true,
    run: async (seconds) => {
      await sleep(seconds * 1_000);
      return { operations: seconds, seconds, perSecond: 1 };
    },
  },
];
