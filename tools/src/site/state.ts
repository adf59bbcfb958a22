import { commandOf, isRunning } from '@millrace/embedded';
import type { Home } from './home.js';

export type Ports = Readonly<{ gateway: number; postgres: number; kafka: number; kafkaController: number }>;

/** What a running supervisor tells other commands. */
export type State = Readonly<{ supervisor: number; command: string; startedAt: number; control: Readonly<{ port: number; secret: string }>; ports: Ports }>;

const FILE = 'state.json';

/** The state of a supervisor that runs; what a killed one left behind does not count. */
export function readState(home: Home): State | undefined {
  const state = home.read<State>(FILE);
  if (!state || !isRunning(state.supervisor)) return undefined;
  return commandOf(state.supervisor) === state.command ? state : undefined; // Else its id has passed on to another process.
}

export function writeState(home: Home, state: State): void {
  home.write(FILE, state);
}

export function removeState(home: Home): void {
  home.remove(FILE);
}
