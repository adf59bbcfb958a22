import { Home } from '../site/home.js';
import { NotRunning } from '../site/site.js';
import { readState } from '../site/state.js';
import { ControlClient } from '../supervisor/control-client.js';
import { print, printJson, progress, table } from './output.js';

function control(): ControlClient {
  const state = readState(Home.default());
  if (!state) throw new NotRunning('Millrace is not running here: start it with "npx millrace up --detach".');
  return new ControlClient(state);
}

export async function showStatus({ json }: { json?: boolean }): Promise<void> {
  const members = await control().status();
  if (json) printJson(members);
  else
    print(
      table(
        ['name', 'pid', 'ready', 'port', 'MiB'],
        members.map((each) => [each.name, each.pid ?? '-', each.ready ? 'yes' : 'no', each.port, each.memoryMiB]),
      ),
    );
}

export async function restart(name: string, { failpoint, json }: { failpoint?: string; json?: boolean }): Promise<void> {
  if (!json) progress(`restarting ${name}`);
  const members = await control().restart(name, failpoint);
  if (json) printJson(members);
  else progress('done');
}
