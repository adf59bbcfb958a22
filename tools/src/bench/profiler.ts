// Loaded before a service's own program, by `node --import`: a signal begins to sample where its time goes, the next one ends
// it and writes what was found. Start and warm-up stay out of it, which they do not with `--cpu-prof`.
import { renameSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { env } from 'node:process';

const INTERVAL_US = 500;

let session: Session | undefined;

async function toggle(): Promise<void> {
  if (session) return end(session);
  session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: INTERVAL_US });
  await session.post('Profiler.start');
}

async function end(running: Session): Promise<void> {
  session = undefined;
  const { profile } = await running.post('Profiler.stop');
  running.disconnect();
  const file = env.MILLRACE_PROFILE_FILE!;
  writeFileSync(`${file}.new`, JSON.stringify(profile));
  renameSync(`${file}.new`, file); // Whole or not at all: somebody waits for it.
}

process.on('SIGUSR2', () => void toggle());
