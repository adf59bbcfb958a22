import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANY_PORT, Home, Supervisor } from '@millrace/tools';

export type OwnSuite = Readonly<{ home: Home; stop: () => Promise<void> }>;

/** Starts a whole suite in a folder that is gone with it. */
export async function startSuite(replicas: Readonly<Record<string, number>>): Promise<OwnSuite> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-e2e-'));
  const home = new Home(join(folder, '.millrace'));
  const supervisor = new Supervisor({
    home,
    port: ANY_PORT,
    replicas,
    onProgress: () => {},
    onShutDown: () => {},
    // This machine is not going to lose power while the tests run.
    postgres: { fsync: 'off' },
  });
  await supervisor.start();
  const stop = async () => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { home, stop };
}
