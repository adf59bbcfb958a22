import { commandOf, isRunning } from '@millrace/embedded';
import type { Home } from './home.js';

export type Ports = Readonly<{ gateway: number; postgres: number; kafka: number; kafkaController: number }>;

/** What a running supervisor tells other commands. */
export type State = Readonly<{ supervisor: number; startedAt: number; control: Readonly<{ port: number; secret: string }>; ports: Ports }>;

const FILE = 'state.json';

/** The state of a supervisor that runs; what a killed one left behind does not count. */
export function readState(home: Home): State | undefined {
  const state = home.read<State>(FILE);
  if (!state || !isRunning(state.supervisor)) return undefined;
  const command = commandOf(state.supervisor); // Empty where the system does not tell; else the id may have passed on.
  return command === '' || /\bup\b/.test(command) ? state : undefined;
}

export function writeState(home: Home, state: State): void {
  home.write(FILE, state);
}

export function removeState(home: Home): void {
  home.remove(FILE);
}
