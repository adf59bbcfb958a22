import { Home } from '../site/home.js';
import { holderOf } from '../site/lock.js';
import { readState } from '../site/state.js';
import { ControlClient } from '../supervisor/control-client.js';
import { untilTrue } from './interruption.js';
import { print, printJson, progress } from './output.js';

/** Ends what runs, starts or stops in the background or at another terminal, and waits until it has ended. */
export async function down({ json }: { json?: boolean }): Promise<void> {
  const home = Home.default();
  const holder = holderOf(home);
  if (holder) {
    progress('stopping');
    const state = readState(home);
    const asked =
      state &&
      (await new ControlClient(state).shutDown().then(
        () => true,
        () => false,
      ));
    if (!asked) process.kill(holder.pid, 'SIGTERM'); // So early or so late that nobody listens: a signal says the same.
    await untilTrue(() => holderOf(home)?.pid !== holder.pid);
    progress('stopped');
  }
  if (json) printJson({ stopped: holder !== undefined });
  else if (!holder) print('Millrace is not running here.');
}
