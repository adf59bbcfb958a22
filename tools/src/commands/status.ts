import { Home } from '../site/home.js';
import { holderOf } from '../site/lock.js';
import { NotRunning } from '../site/site.js';
import { readState, type State } from '../site/state.js';
import { ControlClient } from '../supervisor/control-client.js';
import { bold, print, printJson, progress, table } from './output.js';

/** @throws NotRunning */
function stateHere(): State {
  const home = Home.default();
  const state = readState(home);
  if (state) return state;
  const holder = holderOf(home);
  if (holder) throw new NotRunning(`Millrace is just starting here (process ${holder.pid}): try again in a moment.`);
  throw new NotRunning('Millrace is not running here: start it with "npx millrace up --detach".');
}

export async function showStatus({ json }: { json?: boolean }): Promise<void> {
  const state = stateHere();
  const members = await new ControlClient(state).status();
  if (json) return printJson(members);
  if (state.phase !== 'running') print(`${bold(`Millrace is ${state.phase}`)}\n`);
  const replicas = (service: string) => members.filter((each) => each.service === service);
  print(
    table(
      ['name', 'replica', 'pid', 'ready', 'restarts', 'port', 'MiB', ''],
      members.map((each) => [
        each.name,
        `${replicas(each.service).indexOf(each) + 1} of ${replicas(each.service).length}`,
        each.pid ?? '-',
        each.ready ? 'yes' : 'no',
        each.restarts,
        each.port,
        each.memoryMiB,
        each.reason ?? '',
      ]),
    ),
  );
}

export async function restart(name: string, { failpoint, json }: { failpoint?: string; json?: boolean }): Promise<void> {
  if (failpoint) (await import('@millrace/messaging')).parseFailpoints(failpoint); // A slip is told before anything stops.
  const control = new ControlClient(stateHere());
  if (!json) progress(`restarting ${name}`);
  const members = await control.restart(name, failpoint);
  if (json) printJson(members);
  else progress('done');
}
